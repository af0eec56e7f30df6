using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>The conditions in force: <c>&lt;m-chips reset="…"&gt;&lt;m-chip remove="…"&gt;Курс: выпускной&lt;/m-chip&gt;&lt;/m-chips&gt;</c>.</summary>
[HtmlTargetElement("m-chips")]
public sealed class ChipsTag : PageTag
{
    /// <summary>Address of the list without conditions.</summary>
    public string? Reset { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var chips = await output.GetChildContentAsync();
        Become(output, "div", "chips");
        output.PreContent.SetHtmlContent(Markup.Element("span", null, "Отобраны:"));
        output.Content.SetHtmlContent(chips);
        if (Reset is not null)
        {
            output.PostContent.SetHtmlContent(Markup.Element("a", "link", "Сбросить всё").With("href", Reset));
        }
    }
}
