using System.Globalization;
using Marshrut.Rules.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Movement;

/// <summary>
/// Parts of a whole as one bar (SVG, as the content policy forbids style attributes):
/// <c>&lt;m-share parts="@parts" /&gt;</c>, or one value of a whole: <c>&lt;m-share value="88" of="120" tone="High" label="88 из 120" /&gt;</c>.
/// </summary>
[HtmlTargetElement("m-share", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ShareTag : PageTag
{
    private const double Width = 1000;

    public IReadOnlyList<SharePart>? Parts { get; set; }

    public long Value { get; set; }

    /// <summary>The whole; without it the sum of the parts.</summary>
    public long? Of { get; set; }

    public Tone Tone { get; set; } = Tone.Info;

    /// <summary>The numbers in words; made of the parts where it is left out.</summary>
    public string? Label { get; set; }

    public bool Thin { get; set; }

    /// <summary>72 px wide, inside a table cell.</summary>
    public bool InCell { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Parts ?? [new SharePart(Value, Label ?? string.Empty, Tone)];
        var whole = Math.Max(Of ?? parts.Sum(part => part.Value), 1);
        Become(output, "svg", Markup.Css("share", Thin ? "share-thin" : null, InCell ? "share-cell" : null));
        output.Attributes.SetAttribute("viewBox", "0 0 1000 8");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label ?? string.Join(", ", parts.Select(part => $"{Russian.Number(part.Value)} {part.Words}")));
        output.Content.AppendHtml(Markup.Element("rect").With("width", "1000").With("height", "8"));
        double left = 0;
        foreach (var part in parts.Where(part => part.Value > 0))
        {
            var width = Width * part.Value / whole;
            // A hair between neighbours; the last one runs to its end.
            var shown = Math.Max(width - (left + width < Width - 0.5 && parts.Count > 1 ? 3 : 0), 2);
            output.Content.AppendHtml(Markup.Element("rect", $"share-{Colour(part.Tone)}")
                .With("x", Text(left))
                .With("width", Text(shown))
                .With("height", "8"));
            left += width;
        }
    }

    private static string Colour(Tone tone) => tone is Tone.Info or Tone.Busy ? "accent" : tone.Css();

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
