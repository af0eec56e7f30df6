using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Cards;

/// <summary>
/// Nothing to show: what stands in the way, or why the list is worth beginning, and one button.
/// <code>&lt;m-empty title="По этим условиям никого нет"&gt;Мешает «Согласие: нет»…&lt;m-actions&gt;…&lt;/m-actions&gt;&lt;/m-empty&gt;</code>
/// </summary>
[HtmlTargetElement("m-empty")]
public sealed class EmptyTag : PageTag
{
    private Slots _slots = null!;

    public required string Title { get; set; }

    [HtmlAttributeName("icon")]
    public string? IconName { get; set; }

    /// <summary>With a dashed frame, inside a card that holds other things too.</summary>
    public bool Framed { get; set; }

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, "div", Markup.Css("empty", Framed ? "empty-framed" : null));
        output.Content.SetHtmlContent(IconName is null ? Markup.Element("b", null, Title) : Icon(IconName, "icon-large"));
        if (IconName is not null)
        {
            output.Content.AppendHtml(Markup.Element("b", null, Title));
        }

        if (!words.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Element("p", null, words));
        }

        if (_slots["actions"] is { } actions)
        {
            output.Content.AppendHtml(Markup.Element("div", "actions", actions));
        }
    }
}
