using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Marks;

/// <summary><c>&lt;m-state tone="Wait"&gt;ждёт приёма&lt;/m-state&gt;</c>: a coloured word with its icon, without a background.</summary>
[HtmlTargetElement("m-state")]
public sealed class StateTag : PageTag
{
    public Tone Tone { get; set; }

    /// <summary>Instead of the tone's own icon.</summary>
    [HtmlAttributeName("icon")]
    public string? IconName { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        Become(output, "span", $"state state-{Tone.Css()}");
        output.PreContent.SetHtmlContent(Icon(string.IsNullOrEmpty(IconName) ? Tone.Icon() : IconName));
        output.Content.SetHtmlContent(content);
    }
}
