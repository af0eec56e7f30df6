using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Cards;

/// <summary>
/// A white card. <c>flush</c> is for tables and lists, which bring their own edges.
/// <code>&lt;m-card title="Контакты"&gt;…&lt;/m-card&gt;</code>
/// Places: m-beside, m-note (quiet words at the right), m-actions, m-foot.
/// </summary>
[HtmlTargetElement("m-card")]
public sealed class CardTag : PageTag
{
    private Slots _slots = null!;

    public string? Title { get; set; }

    public string? Note { get; set; }

    public bool Flush { get; set; }

    /// <summary>Element id of the title, for aria-labelledby and for links to the card.</summary>
    public string? TitleId { get; set; }

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Become(output, "section", "card");
        if (TitleId is not null)
        {
            output.Attributes.SetAttribute("aria-labelledby", TitleId);
        }

        output.Content.SetHtmlContent(string.Empty);
        var note = _slots["note"] ?? (object?)Note;
        if (Title is not null || note is not null || _slots["actions"] is not null)
        {
            var title = Markup.Element("div", "card-head-title", Title is null ? null : Markup.Element("h2", null, Title).With("id", TitleId), _slots["beside"]);
            output.Content.AppendHtml(Markup.Element(
                "div",
                "card-head",
                title,
                note is null ? null : Markup.Element("div", "note", note),
                _slots["actions"] is { } actions ? Markup.Element("div", "actions", actions) : null));
        }

        if (Flush)
        {
            output.Content.AppendHtml(body);
        }
        else if (!body.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Element("div", "card-body", body));
        }

        if (_slots["foot"] is { } foot)
        {
            output.Content.AppendHtml(Markup.Element("div", "card-foot", foot));
        }
    }
}
