using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui;

/// <summary>A line of a menu: a link with <c>href</c>, otherwise a submit button.</summary>
[HtmlTargetElement("m-menu-item")]
public sealed class MenuItemTag : PageTag
{
    public string? Href { get; set; }

    [HtmlAttributeName("icon")]
    public string? IconName { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, Href is null ? "button" : "a", "menu-item");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }
        else if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        output.Content.SetHtmlContent(words);
        if (!string.IsNullOrEmpty(IconName))
        {
            output.PreContent.SetHtmlContent(Icon(IconName));
        }
    }
}
