using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Cards;

/// <summary>Labels with values: <c>&lt;m-facts&gt;&lt;m-fact label="Телефон"&gt;+7 …&lt;/m-fact&gt;&lt;/m-facts&gt;</c>.</summary>
[HtmlTargetElement("m-facts")]
public sealed class FactsTag : PageTag
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Become(output, "dl", "facts");
}
