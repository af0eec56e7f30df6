using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Marks;

/// <summary><c>&lt;m-trait&gt;нет опыта&lt;/m-trait&gt;</c>: one characteristic by its short name.</summary>
[HtmlTargetElement("m-trait")]
public sealed class TraitTag : PageTag
{
    public TraitMark Mark { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        Become(output, "span", TraitsTag.Css(Mark));
        output.Content.SetHtmlContent(content);
        if (TraitsTag.IconOf(Mark) is { } icon)
        {
            output.PreContent.SetHtmlContent(Icon(icon));
        }

        if (Mark == TraitMark.Unknown)
        {
            output.PostContent.SetHtmlContent(Markup.Element("span", "unseen", ": нет данных"));
        }
    }
}
