using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui;

/// <summary>
/// A button, or a link that looks like one when it has <c>href</c>. Other attributes (name, value, form, formaction, hx-*) pass through.
/// <code>&lt;m-button kind="Primary" icon="send"&gt;Передать в ЦЗН&lt;/m-button&gt;</code>
/// </summary>
[HtmlTargetElement("m-button")]
public sealed class ButtonTag : PageTag
{
    public ButtonKind Kind { get; set; }

    public string? Href { get; set; }

    /// <summary>button instead of submit, for what only script handles.</summary>
    public string Type { get; set; } = "submit";

    [HtmlAttributeName("icon")]
    public string? IconName { get; set; }

    /// <summary>An icon after the words (chevron-right of «Следующие 50»).</summary>
    public string? IconAfter { get; set; }

    /// <summary>28 px, for rows and bars; 44 on a phone.</summary>
    public bool Small { get; set; }

    /// <summary>48 px, for the one action of a student's or a sign-in page.</summary>
    public bool Large { get; set; }

    /// <summary>As wide as its place.</summary>
    public bool Wide { get; set; }

    /// <summary>Not possible now; say the reason beside it.</summary>
    public bool Disabled { get; set; }

    /// <summary>For an icon alone: what it does.</summary>
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var lone = words.IsEmptyOrWhiteSpace;
        var css = Markup.Css("btn", Kind.Css(), Small ? "btn-small" : null, Large ? "btn-large" : null, Wide ? "btn-wide" : null, lone ? "btn-icon" : null);
        var link = Href is not null && !Disabled;
        Become(output, link ? "a" : "button", css);
        if (link)
        {
            output.Attributes.SetAttribute("href", Href);
        }
        else
        {
            output.Attributes.SetAttribute("type", Type);
            if (Disabled)
            {
                output.Attributes.SetAttribute("disabled", "disabled");
            }
        }

        if (lone && Label is not null)
        {
            output.Attributes.SetAttribute("aria-label", Label);
            output.Attributes.SetAttribute("title", Label);
        }

        output.Content.SetHtmlContent(words);
        if (!string.IsNullOrEmpty(IconName))
        {
            output.PreContent.SetHtmlContent(Icon(IconName));
        }

        if (IconAfter is not null)
        {
            output.PostContent.SetHtmlContent(Icon(IconAfter));
        }
    }
}
