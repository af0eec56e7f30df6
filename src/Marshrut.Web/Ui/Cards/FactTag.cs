using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Cards;

/// <summary>One label with its value inside <c>m-facts</c>; an empty value is written as a dash.</summary>
[HtmlTargetElement("m-fact", ParentTag = "m-facts")]
public sealed class FactTag : PageTag
{
    public required string Label { get; set; }

    /// <summary>Quiet words under the value.</summary>
    public string? Note { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Element("dt", null, Label));
        output.Content.AppendHtml(Markup.Element(
            "dd",
            null,
            value.IsEmptyOrWhiteSpace ? "—" : value,
            Note is null ? null : Markup.Element("span", "note", Note)));
    }
}
