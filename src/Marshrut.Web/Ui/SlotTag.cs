using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui;

/// <summary>
/// Fills a place of the part around it: <c>m-actions</c> (buttons at the right), <c>m-context</c> (the line under a title),
/// <c>m-beside</c> (next to a title), <c>m-note</c> (quiet words), <c>m-foot</c> (the last line). Outside a part it is a plain block.
/// </summary>
[HtmlTargetElement("m-actions")]
[HtmlTargetElement("m-context")]
[HtmlTargetElement("m-beside")]
[HtmlTargetElement("m-note")]
[HtmlTargetElement("m-foot")]
public sealed class SlotTag : PageTag
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = context.TagName["m-".Length..];
        var content = await output.GetChildContentAsync();
        if (Slots.Of(context) is { } slots)
        {
            slots[name] = content;
            output.SuppressOutput();
            return;
        }

        Become(output, "div", name);
    }
}
