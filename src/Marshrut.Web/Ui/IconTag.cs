using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui;

/// <summary><c>&lt;m-icon name="check" /&gt;</c>; a lone icon needs <c>label</c>.</summary>
[HtmlTargetElement("m-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : PageTag
{
    public required string Name { get; set; }

    public string? Label { get; set; }

    /// <summary>row (16), mark (14) or large (22).</summary>
    public string? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var own = output.Attributes.TryGetAttribute("class", out var written) ? written.Value?.ToString() : null;
        var css = Markup.Css(Size is null ? null : $"icon-{Size}", own);
        output.TagName = null;
        output.Content.SetHtmlContent(IconSprite.Draw(ViewContext.HttpContext, Name, css, Label));
    }
}
