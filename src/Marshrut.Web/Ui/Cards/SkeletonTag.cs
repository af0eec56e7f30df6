using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Cards;

/// <summary>Grey lines where rows will come: <c>&lt;m-skeleton rows="6" /&gt;</c>.</summary>
[HtmlTargetElement("m-skeleton", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SkeletonTag : PageTag
{
    public int Rows { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "div", "skeleton");
        output.Attributes.SetAttribute("role", "status");
        output.Content.AppendHtml(Markup.Element("b", "unseen", "Загружаем"));
        for (var row = 0; row < Rows; row++)
        {
            output.Content.AppendHtml(Markup.Element("span").With("aria-hidden", "true"));
        }
    }
}
