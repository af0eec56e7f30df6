using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui;

/// <summary>A step of <c>m-crumbs</c>; the last one has no address.</summary>
[HtmlTargetElement("m-crumb", ParentTag = "m-crumbs")]
public sealed class CrumbTag : PageTag
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, "li", null);
        output.Content.SetHtmlContent(Href is null ? Markup.Element("span", null, words) : Markup.Element("a", "crumb", words).With("href", Href));
        if (Href is not null)
        {
            output.Content.AppendHtml(Icon("chevron-right", "icon-mark"));
        }
    }
}
