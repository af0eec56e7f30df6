using Marshrut.Rules.Language;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Movement;

/// <summary>
/// How far a job or a plan has come, in words and as a bar: <c>&lt;m-progress value="202" max="310" text="Записано 202 строки из 310" /&gt;</c>.
/// Inner text is the line below. Without <c>text</c> it is the bar alone and needs <c>label</c>.
/// </summary>
[HtmlTargetElement("m-progress")]
public sealed class ProgressTag : PageTag
{
    public long Value { get; set; }

    public long Max { get; set; } = 100;

    public string? Text { get; set; }

    public string? Label { get; set; }

    /// <summary>Good for what is done, High for a share of high risk; otherwise accent.</summary>
    public Tone Tone { get; set; }

    /// <summary>6 px, in rows.</summary>
    public bool Thin { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var foot = await output.GetChildContentAsync();
        var percent = Max > 0 ? Math.Clamp(100 * Value / Max, 0, 100) : 0;
        var bar = Markup.Element("progress", Markup.Css("progress", Tone is Tone.Good or Tone.High ? $"progress-{Tone.Css()}" : null, Thin ? "progress-thin" : null), $"{percent} %")
            .With("value", Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("max", Math.Max(Max, 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("aria-label", Text ?? Label);
        if (Text is null)
        {
            output.TagName = null;
            output.Content.SetHtmlContent(bar);
            return;
        }

        Become(output, "div", "progress-block");
        output.Content.SetHtmlContent(Markup.Element(
            "div",
            "progress-head",
            Markup.Element("span", null, Text),
            Markup.Element("span", "number", $"{percent}{Russian.Nbsp}%")));
        output.Content.AppendHtml(bar);
        if (!foot.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Element("div", "progress-foot", foot));
        }
    }
}
