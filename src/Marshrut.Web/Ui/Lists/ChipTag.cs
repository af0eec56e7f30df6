using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>One condition; the cross is a link to the list without it.</summary>
[HtmlTargetElement("m-chip")]
public sealed class ChipTag : PageTag
{
    public required string Remove { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, "span", "chip");
        output.Content.SetHtmlContent(words);
        output.Content.AppendHtml(Markup.Element("a", null, Icon("x"), Markup.Element("span", "unseen", "Снять это условие")).With("href", Remove));
    }
}
