using Marshrut.Rules.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>
/// Pages by key, without numbers: <c>&lt;m-pager previous="…" next="…" next-count="50"&gt;50 на странице · по фамилии&lt;/m-pager&gt;</c>.
/// A missing address greys its button.
/// </summary>
[HtmlTargetElement("m-pager")]
public sealed class PagerTag : PageTag
{
    public string? Previous { get; set; }

    /// <summary>The first page, in the place of the one before: for lists whose key leads only forward.</summary>
    public string? First { get; set; }

    public string? Next { get; set; }

    /// <summary>How many rows the next page has.</summary>
    public int NextCount { get; set; } = 50;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, "nav", "pager");
        output.Attributes.SetAttribute("aria-label", "Страницы списка");
        output.Content.SetHtmlContent(Markup.Element("span", null, words));
        // An attribute of an expression that gave nothing arrives as empty text.
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(First) && string.IsNullOrEmpty(Next))
        {
            return;
        }

        output.Content.AppendHtml(Markup.Element(
            "div",
            "actions",
            string.IsNullOrEmpty(First) ? Turn(Previous, "prev", Icon("chevron-left"), "Предыдущие") : Turn(First, "first", Icon("chevron-left"), "В начало"),
            Turn(Next, "next", string.IsNullOrEmpty(Next) ? "Следующие" : $"Следующие {Russian.Number(NextCount)}", Icon("chevron-right"))));
    }

    private static object Turn(string? href, string rel, params ReadOnlySpan<object?> content) => string.IsNullOrEmpty(href)
        ? Markup.Element("span", "btn btn-small", content).With("aria-disabled", "true")
        : Markup.Element("a", "btn btn-small", content).With("href", href).With("rel", rel);
}
