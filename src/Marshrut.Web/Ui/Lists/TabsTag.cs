using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>
/// Saved filters or views as links with counts; scrolls sideways when narrow.
/// <code>&lt;m-tabs label="Сохранённые фильтры"&gt;&lt;m-tab href="…" count="1830" active&gt;Все&lt;/m-tab&gt;&lt;/m-tabs&gt;</code>
/// Place: m-actions.
/// </summary>
[HtmlTargetElement("m-tabs")]
public sealed class TabsTag : PageTag
{
    private Slots _slots = null!;

    /// <summary>What the tabs choose among, for those who listen.</summary>
    public required string Label { get; set; }

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tabs = await output.GetChildContentAsync();
        Become(output, "nav", "tabs");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(Markup.Element("div", "tabs-list", tabs));
        if (_slots["actions"] is { } actions)
        {
            output.Content.AppendHtml(Markup.Element("div", "actions", actions));
        }
    }
}
