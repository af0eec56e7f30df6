using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Marks;

/// <summary>
/// The characteristics of one person in a row: the first three by weight, the rest as «+N».
/// <c>&lt;m-traits present="row.Present" unknown="row.Unknown" /&gt;</c>, short names in the order to be shown.
/// </summary>
[HtmlTargetElement("m-traits", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TraitsTag : PageTag
{
    public IReadOnlyList<string> Present { get; set; } = [];

    public IReadOnlyList<string> Unknown { get; set; } = [];

    /// <summary>How many are shown by name.</summary>
    public int Most { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "span", "traits");
        var left = Most;
        Show(output, Present, TraitMark.Present, ref left);
        Show(output, Unknown, TraitMark.Unknown, ref left);
        var more = Present.Count + Unknown.Count - Most;
        if (more > 0)
        {
            output.Content.AppendHtml(Markup.Element("span", "more", "+", more, Markup.Element("span", "unseen", " ещё")));
        }
        else if (more == -Most)
        {
            output.Content.AppendHtml(Markup.Element("span", "second", "—"));
        }
    }

    internal static string Css(TraitMark mark) => mark switch
    {
        TraitMark.Unknown => "trait trait-unknown",
        TraitMark.Protected => "trait trait-protected",
        _ => "trait",
    };

    internal static string? IconOf(TraitMark mark) => mark switch
    {
        TraitMark.Unknown => "question-mark",
        TraitMark.Protected => "lock",
        _ => null,
    };

    private void Show(TagHelperOutput output, IReadOnlyList<string> names, TraitMark mark, ref int left)
    {
        foreach (var name in names)
        {
            if (left-- <= 0)
            {
                return;
            }

            var icon = IconOf(mark) is { } drawn ? Icon(drawn) : null;
            var unseen = mark == TraitMark.Unknown ? Markup.Element("span", "unseen", ": нет данных") : null;
            output.Content.AppendHtml(Markup.Element("span", Css(mark), icon, name, unseen));
        }
    }
}
