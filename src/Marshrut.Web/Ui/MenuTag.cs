using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui;

/// <summary>
/// A menu that opens without script: a button and a panel under it. Inside: <c>m-menu-item</c>s, or a form.
/// <code>&lt;m-menu text="Ещё" icon="adjustments-horizontal"&gt;…&lt;/m-menu&gt;</code>
/// </summary>
[HtmlTargetElement("m-menu")]
public sealed class MenuTag : PageTag
{
    public string? Text { get; set; }

    [HtmlAttributeName("icon")]
    public string? IconName { get; set; }

    /// <summary>For an icon alone: what the menu holds.</summary>
    public string? Label { get; set; }

    public ButtonKind Kind { get; set; }

    public bool Small { get; set; }

    /// <summary>Looks like a select: a filter with several choices.</summary>
    public bool AsField { get; set; }

    /// <summary>The panel begins at the left edge of the button.</summary>
    public bool Start { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var panel = await output.GetChildContentAsync();
        Become(output, "details", "menu");
        var css = AsField ? "control" : Markup.Css("btn", Kind.Css(), Small ? "btn-small" : null, Text is null ? "btn-icon" : null);
        var summary = Markup.Element("summary", css, string.IsNullOrEmpty(IconName) ? null : Icon(IconName), Text);
        if (Text is null && Label is not null)
        {
            summary.With("aria-label", Label).With("title", Label);
        }

        output.Content.SetHtmlContent(summary);
        output.Content.AppendHtml(Markup.Element("div", Markup.Css("panel", Start || AsField ? "panel-start" : null), panel));
    }
}
