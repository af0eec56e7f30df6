using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Cards;

/// <summary>
/// What happened, then what to do: <c>&lt;m-message tone="Bad" title="Не записалось."&gt;Попробуйте ещё раз&lt;/m-message&gt;</c>.
/// A red one is announced at once, the others politely. Place: m-actions.
/// </summary>
[HtmlTargetElement("m-message")]
public sealed class MessageTag : PageTag
{
    private Slots _slots = null!;

    public Tone Tone { get; set; } = Tone.Info;

    public string? Title { get; set; }

    [HtmlAttributeName("icon")]
    public string? IconName { get; set; }

    /// <summary>The code of the case for support, small.</summary>
    public string? Case { get; set; }

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, "div", $"message message-{Tone.Css()}");
        output.Attributes.SetAttribute("role", Tone == Tone.Bad ? "alert" : "status");
        var icon = !string.IsNullOrEmpty(IconName)
            ? IconName
            : Tone switch
            {
                Tone.Good => "circle-check",
                Tone.Quiet => "info-circle",
                _ => Tone.Icon(),
            };
        output.Content.SetHtmlContent(Icon(icon));
        output.Content.AppendHtml(Markup.Element(
            "div",
            "message-text",
            Title is null ? null : Markup.Element("b", null, Title),
            Title is null ? null : " ",
            words,
            Case is null ? null : Markup.Element("span", "case", "Код случая: ", Case)));
        if (_slots["actions"] is { } actions)
        {
            output.Content.AppendHtml(Markup.Element("div", "actions", actions));
        }
    }
}
