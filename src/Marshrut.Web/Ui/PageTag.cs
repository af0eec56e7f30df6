using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui;

/// <summary>What every part needs: the page it stands on and icons.</summary>
public abstract class PageTag : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected IHtmlContent Icon(string name, string? css = null) => IconSprite.Draw(ViewContext.HttpContext, name, css);

    /// <summary>Turns the output into the given element with these classes before those the page itself wrote.</summary>
    protected static void Become(TagHelperOutput output, string tag, string? css)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (string.IsNullOrEmpty(css))
        {
            return;
        }

        var own = output.Attributes.TryGetAttribute("class", out var written) ? written.Value?.ToString() : null;
        output.Attributes.SetAttribute("class", Markup.Css(css, own));
    }
}
