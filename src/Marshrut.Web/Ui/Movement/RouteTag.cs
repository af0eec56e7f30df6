using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Movement;

/// <summary>
/// The route from school to work: passed stops filled, the present one a ring, the rest empty; a column on a phone.
/// <code>&lt;m-route&gt;&lt;m-stop state="Done" title="Школа"&gt;9 класс, 2024&lt;/m-stop&gt;…&lt;/m-route&gt;</code>
/// </summary>
[HtmlTargetElement("m-route")]
public sealed class RouteTag : PageTag
{
    /// <summary>Always a column.</summary>
    public bool Upright { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Become(output, "ol", Markup.Css("route", Upright ? "route-upright" : null));
}
