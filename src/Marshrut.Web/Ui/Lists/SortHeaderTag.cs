using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>A column heading that sorts: <c>&lt;m-sort href="…" now="Down" class="num"&gt;Приоритет&lt;/m-sort&gt;</c>.</summary>
[HtmlTargetElement("m-sort")]
public sealed class SortHeaderTag : PageTag
{
    public required string Href { get; set; }

    public SortNow Now { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, "th", null);
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("role", "columnheader");
        if (Now != SortNow.None)
        {
            output.Attributes.SetAttribute("aria-sort", Now == SortNow.Up ? "ascending" : "descending");
        }

        var arrow = Now switch
        {
            SortNow.Up => Icon("arrow-up"),
            SortNow.Down => Icon("arrow-down"),
            _ => null,
        };
        output.Content.SetHtmlContent(Markup.Element("a", "sort", words, arrow).With("href", Href));
    }
}
