using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Cards;

/// <summary>
/// One figure: label, value, a note below (attribute or inner text). A number is written the Russian way; <c>href</c> leads to
/// the people behind it. Without a value the inner content is the cell (a bar, a tag).
/// </summary>
[HtmlTargetElement("m-stat")]
public sealed class StatTag : PageTag
{
    public required string Label { get; set; }

    public object? Value { get; set; }

    public string? Note { get; set; }

    public string? Href { get; set; }

    /// <summary>Bad and Good colour the number, High the label.</summary>
    public Tone Tone { get; set; }

    [HtmlAttributeName("icon")]
    public string? IconName { get; set; }

    /// <summary>Takes two places.</summary>
    public bool Wide { get; set; }

    /// <summary>A value of words («24 ноября») is set smaller than a number.</summary>
    public bool Words { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        var tone = Tone is Tone.Bad or Tone.Good or Tone.High ? $"stat-{Tone.Css()}" : null;
        Become(output, "div", Markup.Css("stat", tone, Wide ? "stat-wide" : null, Words ? "stat-text" : null));

        output.Content.SetHtmlContent(Markup.Element("div", "label", string.IsNullOrEmpty(IconName) ? null : Icon(IconName), Label));
        if (Value is not null)
        {
            output.Content.AppendHtml(Markup.Element("div", "value", Href is null ? Value : Markup.Element("a", null, Value).With("href", Href)));
        }

        if (Note is not null || !inner.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Element("div", Value is null ? null : "note", Note, inner));
        }
    }
}
