using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Marks;

/// <summary><c>&lt;m-tag tone="Info" icon="flask"&gt;черновик&lt;/m-tag&gt;</c>: a filled mark beside a title or in a row.</summary>
[HtmlTargetElement("m-tag")]
public sealed class TagTag : PageTag
{
    public Tone Tone { get; set; }

    [HtmlAttributeName("icon")]
    public string? IconName { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        Become(output, "span", $"tag tag-{Tone.Css()}");
        output.Content.SetHtmlContent(content);
        if (!string.IsNullOrEmpty(IconName))
        {
            output.PreContent.SetHtmlContent(Icon(IconName));
        }
    }
}
