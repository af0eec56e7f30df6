using Marshrut.Rules.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Marks;

/// <summary>
/// A term in working days, the same on both sides: grey above three, ochre at three and less, red when missed.
/// <c>&lt;m-deadline days="2" /&gt;</c>, <c>&lt;m-deadline days="0" hours="6" /&gt;</c>, <c>&lt;m-deadline days="-1" /&gt;</c>.
/// </summary>
[HtmlTargetElement("m-deadline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DeadlineTag : PageTag
{
    /// <summary>Working days left after today; 0 is today, below 0 is so many days late.</summary>
    public int Days { get; set; }

    /// <summary>Hours left of today, if they are to be said.</summary>
    public int? Hours { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (css, icon, words) = Days switch
        {
            < 0 => ("tag tag-bad", "alert-circle", $"просрочено, {Russian.Count(-Days, "день", "дня", "дней")}"),
            0 when Hours is { } hours => ("tag tag-wait", "clock", $"сегодня, {hours}{Russian.Nbsp}ч"),
            0 => ("tag tag-wait", "clock", "сегодня"),
            <= 3 => ("tag tag-wait", "clock", Left()),
            _ => ("tag tag-calm", "clock", Left()),
        };
        Become(output, "span", css);
        output.Content.AppendHtml(Icon(icon)).Append(words);
    }

    private string Left() => Russian.Count(Days, $"раб.{Russian.Nbsp}день", $"раб.{Russian.Nbsp}дня", $"раб.{Russian.Nbsp}дней");
}
