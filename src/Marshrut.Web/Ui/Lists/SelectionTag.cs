using Marshrut.Rules.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>
/// The bar of actions on chosen rows; stands right before the <c>div.list-bar</c> with totals and takes its place while rows are
/// chosen. site.js counts boxes of class row-check in the same form. Places: m-note (what stands in the way), m-actions.
/// <code>&lt;m-selection all-href="…" all-count="212"&gt;&lt;m-actions&gt;…&lt;/m-actions&gt;&lt;/m-selection&gt;</code>
/// </summary>
[HtmlTargetElement("m-selection")]
public sealed class SelectionTag : PageTag
{
    private Slots _slots = null!;

    /// <summary>Rows chosen when the page was made (after a failed post); usually 0.</summary>
    public int Chosen { get; set; }

    /// <summary>Address of the list with the whole filtered set chosen.</summary>
    public string? AllHref { get; set; }

    public long AllCount { get; set; }

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        Become(output, "div", "list-bar list-bar-chosen");
        output.Attributes.SetAttribute("data-selection", "data-selection");
        if (Chosen == 0)
        {
            output.Attributes.SetAttribute("data-empty", "data-empty");
        }

        var count = Chosen == 0
            ? "Отметьте людей в списке"
            : $"{Russian.Plural(Chosen, "Выбран", "Выбраны", "Выбраны")} {Russian.Count(Chosen, "человек", "человека", "человек")}";
        var words = Markup.Element(
            "div",
            "words",
            Markup.Element("b", "strong", count).With("data-selection-count", "data-selection-count").With("aria-live", "polite"),
            _slots["note"],
            AllHref is null ? null : Markup.Element("a", "link", "Выбрать все ", Russian.Number(AllCount)).With("href", AllHref));
        output.Content.SetHtmlContent(words);
        if (_slots["actions"] is { } actions)
        {
            output.Content.AppendHtml(Markup.Element("div", "actions", actions));
        }
    }
}
