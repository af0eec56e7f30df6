using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>
/// A table that scrolls inside its card. Rows are plain <c>thead</c> and <c>tbody</c>; classes for cells: num, fit, name, clip, code.
/// <code>&lt;m-table caption="Студенты" people&gt;…&lt;/m-table&gt;</code>
/// With <c>people</c> rows become cards on a phone: name the cells by <c>data-cell</c> = check, name, line, priority, state, level, traits.
/// </summary>
[HtmlTargetElement("m-table")]
public sealed class TableTag : PageTag
{
    /// <summary>What the table holds, for those who listen.</summary>
    public required string Caption { get; set; }

    public bool People { get; set; }

    /// <summary>Cells of several lines stand at the top of the row.</summary>
    public bool Top { get; set; }

    /// <summary>Rows of many words: on a phone their cells stand one under another; <c>data-word</c> says what a cell is where that is not plain.</summary>
    public bool Stack { get; set; }

    /// <summary>Tells the parts inside that the layout takes the display of a table from them on a phone.</summary>
    public override void Init(TagHelperContext context) => context.Items[typeof(TableTag)] = Stack || People;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        Become(output, "table", Markup.Css("table", People ? "table-people" : null, Top ? "table-top" : null, Stack ? "table-stack" : null));
        if (Stack || People)
        {
            output.Attributes.SetAttribute("role", "table");
        }

        output.PreElement.SetHtmlContent(new HtmlString("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\""));
        output.PreElement.Append(Caption);
        output.PreElement.AppendHtml("\">");
        output.PreContent.SetHtmlContent(Markup.Element("caption", "unseen", Caption));
        output.Content.SetHtmlContent(rows);
        output.PostElement.SetHtmlContent(new HtmlString("</div>"));
    }
}
