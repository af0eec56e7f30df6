using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Forms;

/// <summary>
/// A choice of one: <c>&lt;m-select for="Input.Centre" items="Model.Centres" empty="Выберите центр занятости" /&gt;</c>, or
/// <c>option</c>s written inside. With <c>data-auto-submit</c> the form goes at once (site.js).
/// </summary>
[HtmlTargetElement("m-select")]
public sealed class SelectTag : FieldPart
{
    private Slots _slots = null!;

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Words of the first line with an empty value.</summary>
    public string? Empty { get; set; }

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var written = await output.GetChildContentAsync();
        var control = Markup.Element("select", "control");
        HandOver(output, control);
        var current = CurrentValue();
        if (Empty is not null)
        {
            control.Add(Markup.Element("option", null, Empty).With("value", string.Empty));
        }

        foreach (var item in Items ?? [])
        {
            var chosen = current is null ? item.Selected : string.Equals(item.Value ?? item.Text, current, StringComparison.Ordinal);
            control.Add(Markup.Element("option", null, item.Text)
                .With("value", item.Value)
                .With("selected", chosen ? "selected" : null)
                .With("disabled", item.Disabled ? "disabled" : null));
        }

        control.Add(written);
        Frame(output, control, _slots["beside"]);
    }
}
