using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Cards;

/// <summary>
/// The head of a page: title, one line of context under it, actions at the right (one of them primary).
/// <code>&lt;m-page-head title="Студенты" context="212 человек"&gt;&lt;m-actions&gt;…&lt;/m-actions&gt;&lt;/m-page-head&gt;</code>
/// Places: m-beside, m-context, m-actions.
/// </summary>
[HtmlTargetElement("m-page-head")]
public sealed class PageHeadTag : PageTag
{
    private Slots _slots = null!;

    public required string Title { get; set; }

    public string? Context { get; set; }

    /// <summary>Initials of a person, drawn before the name.</summary>
    public string? Initials { get; set; }

    /// <summary>On a phone the header already says this title: the heading stays for those who listen.</summary>
    public bool InHeader { get; set; }

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] ??= Title;
        Become(output, "div", Markup.Css("page-head", InHeader ? "page-head-in-header" : null));

        var title = Markup.Element("div", "page-head-title", Markup.Element("h1", null, Title), _slots["beside"]);
        var line = _slots["context"] ?? (object?)Context;
        var words = Markup.Element("div", "page-head-words", title, line is null ? null : Markup.Element("div", "context", line));
        var avatar = Initials is null ? null : Markup.Element("span", "avatar avatar-large", Initials).With("aria-hidden", "true");
        output.Content.SetHtmlContent(Markup.Element("div", "page-head-text", avatar, words));
        if (_slots["actions"] is { } actions)
        {
            output.Content.AppendHtml(Markup.Element("div", "actions", actions));
        }
    }
}
