using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui;

/// <summary>
/// The way back: <c>&lt;m-crumbs&gt;&lt;m-crumb href="…"&gt;Студенты&lt;/m-crumb&gt;&lt;m-crumb&gt;6 из 212&lt;/m-crumb&gt;&lt;/m-crumbs&gt;</c>.
/// Place: m-actions (previous and next of the list).
/// </summary>
[HtmlTargetElement("m-crumbs")]
public sealed class CrumbsTag : PageTag
{
    private Slots _slots = null!;

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = await output.GetChildContentAsync();
        Become(output, "nav", "crumbs");
        output.Attributes.SetAttribute("aria-label", "Где вы");
        output.Content.SetHtmlContent(Markup.Element("ol", null, crumbs));
        if (_slots["actions"] is { } actions)
        {
            output.Content.AppendHtml(Markup.Element("div", "actions", actions));
        }
    }
}
