using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Marks;

/// <summary><c>&lt;m-level of="High" /&gt;</c>: word, icon and colour together.</summary>
[HtmlTargetElement("m-level", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LevelTag : PageTag
{
    public LevelMark Of { get; set; }

    /// <summary>The badge beside a card's title.</summary>
    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (css, icon, word) = Of switch
        {
            LevelMark.High => ("level-high", "chevrons-up", "Высокий"),
            LevelMark.NotHigh => (null, "check", "Невысокий"),
            LevelMark.Preliminary => ("level-preliminary", "circle-dashed", "Невысокий, предв."),
            _ => ("level-none", null, "не определён"),
        };
        Become(output, "span", Markup.Css("level", css, Large ? "level-large" : null));
        if (icon is not null)
        {
            output.Content.AppendHtml(Icon(icon));
        }

        output.Content.Append(word);
    }
}
