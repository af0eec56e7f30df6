using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Movement;

/// <summary>Steps of one job: <c>&lt;m-steps names="@(["Файл", "Столбцы", "Проверка", "Запись"])" now="3" /&gt;</c>, counted from 1.</summary>
[HtmlTargetElement("m-steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepsTag : PageTag
{
    public required IReadOnlyList<string> Names { get; set; }

    /// <summary>The step at work; one more than there are when all is done.</summary>
    public int Now { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "ol", "steps");
        for (var index = 0; index < Names.Count; index++)
        {
            var number = index + 1;
            var state = number < Now ? "done" : number == Now ? "now" : "ahead";
            var step = Markup.Element(
                "li",
                state,
                Markup.Element("span", "dot", state == "done" ? Icon("check") : number).With("aria-hidden", "true"),
                Markup.Element("span", "word", Names[index]),
                state == "done" ? Markup.Element("span", "unseen", ", сделано") : null);
            output.Content.AppendHtml(step.With("aria-current", state == "now" ? "step" : null));
        }
    }
}
