using Marshrut.Rules.Figures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Marks;

/// <summary><c>&lt;m-count of="@row.High" /&gt;</c>: a count of people for somebody who sees no people: the number, «&lt; 5», or «скрыто» with a closed eye.</summary>
[HtmlTargetElement("m-count", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CountTag : PageTag
{
    public ShownCount Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "span", Of.IsShown ? null : "second nowrap");
        if (Of.How == CountShown.Hidden)
        {
            output.Content.AppendHtml(Icon("eye-off"));
            output.Content.Append(" ");
        }

        output.Content.Append(Of.Words());
    }
}
