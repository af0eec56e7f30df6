using Marshrut.Rules.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>One tab of <c>m-tabs</c>.</summary>
[HtmlTargetElement("m-tab", ParentTag = "m-tabs")]
public sealed class TabTag : PageTag
{
    public required string Href { get; set; }

    public long? Count { get; set; }

    public bool Active { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, "a", "tab");
        output.Attributes.SetAttribute("href", Href);
        if (Active)
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }

        output.Content.SetHtmlContent(words);
        if (Count is { } count)
        {
            output.PostContent.SetHtmlContent(Markup.Element("span", "count", Russian.Number(count)));
        }
    }
}
