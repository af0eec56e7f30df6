using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Cards;

/// <summary>The strip of figures: <c>&lt;m-stats&gt;&lt;m-stat label="Новые" value="214" note="появятся в реестре" /&gt;…&lt;/m-stats&gt;</c>. Place: m-foot.</summary>
[HtmlTargetElement("m-stats")]
public sealed class StatsTag : PageTag
{
    private Slots _slots = null!;

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var cells = await output.GetChildContentAsync();
        Become(output, "div", "stats");
        output.Content.SetHtmlContent(Markup.Element("div", "stats-cells", cells));
        if (_slots["foot"] is { } foot)
        {
            output.PostContent.SetHtmlContent(Markup.Element("div", "stats-foot", foot));
        }
    }
}
