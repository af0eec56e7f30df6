using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>
/// The box of a row: <c>&lt;m-row-check name="ids" value="17" label="Зотова Вероника" /&gt;</c>; with <c>all</c> the one in the heading.
/// </summary>
[HtmlTargetElement("m-row-check", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RowCheckTag : PageTag
{
    public string? Name { get; set; }

    public string? Value { get; set; }

    public string? Label { get; set; }

    public bool Checked { get; set; }

    public bool All { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "label", "tick-place");
        var box = Markup.Element("input", Markup.Css("tick", All ? "row-check-all" : "row-check"))
            .With("type", "checkbox")
            .With("name", All ? null : Name)
            .With("value", All ? null : Value)
            .With("checked", Checked ? "checked" : null)
            .With("aria-label", All ? "Выбрать всех на странице" : $"Выбрать: {Label}");
        box.TagRenderMode = Microsoft.AspNetCore.Mvc.Rendering.TagRenderMode.SelfClosing;
        output.Content.SetHtmlContent(box);
    }
}
