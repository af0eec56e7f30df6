using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Movement;

/// <summary>A stop of the route; inner text is the quiet line below its name.</summary>
[HtmlTargetElement("m-stop", ParentTag = "m-route")]
public sealed class StopTag : PageTag
{
    public required string Title { get; set; }

    public StopState State { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, "li", State switch { StopState.Done => "done", StopState.Now => "now", _ => "ahead" });
        if (State == StopState.Now)
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }

        output.Content.SetHtmlContent(Markup.Element("b", null, Title));
        if (!words.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Element("span", null, words));
        }
    }
}
