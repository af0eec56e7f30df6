using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Lists;

/// <summary>
/// Rows and cells of an m-table whose rows become cards on a phone: there they are no table to the browser any more, so their parts are named for those
/// who listen.
/// </summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class TablePartTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.Items.TryGetValue(typeof(TableTag), out var stacks) && stacks is true && !output.Attributes.ContainsName("role"))
        {
            output.Attributes.SetAttribute("role", RoleOf(context.TagName, output.Attributes["scope"]?.Value?.ToString()));
        }
    }

    private static string RoleOf(string tag, string? scope) => tag switch
    {
        "thead" or "tbody" => "rowgroup",
        "tr" => "row",
        "td" => "cell",
        _ => scope is "row" or "rowgroup" ? "rowheader" : "columnheader",
    };
}
