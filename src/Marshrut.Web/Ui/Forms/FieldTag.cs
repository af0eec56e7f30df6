using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Forms;

/// <summary>
/// A line or an area of text: <c>&lt;m-field for="Input.Reason" hint="Увидят специалисты ЦК и ЦЗН" /&gt;</c>.
/// Place: m-beside (a link at the right of the label). Attributes not listed go to the control.
/// </summary>
[HtmlTargetElement("m-field")]
public sealed class FieldTag : FieldPart
{
    private Slots _slots = null!;

    /// <summary>text, email, tel, number, date, password, search, file or area; chosen by the property where it is left out.</summary>
    public string? Type { get; set; }

    /// <summary>Lines of an area.</summary>
    public int Rows { get; set; } = 3;

    public override void Init(TagHelperContext context) => _slots = Slots.Open(context);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        var type = Type ?? TypeOf(For?.Metadata.UnderlyingOrModelType);
        var control = Markup.Element(type == "area" ? "textarea" : "input", "control");
        HandOver(output, control);
        switch (type)
        {
            case "area":
                control.With("rows", Rows.ToString(CultureInfo.InvariantCulture));
                // The browser drops the first line break of an area.
                control.InnerHtml.AppendHtml("\n").Append(CurrentValue() ?? string.Empty);
                break;
            case "number":
                // A number field of the browser takes no Russian comma and loses what it does not understand.
                control.With("type", "text").With("inputmode", "decimal").With("value", CurrentValue());
                break;
            case "password" or "file":
                control.With("type", type);
                break;
            default:
                control.With("type", type).With("value", CurrentValue(iso: type == "date"));
                break;
        }

        if (type != "area")
        {
            control.TagRenderMode = TagRenderMode.SelfClosing;
        }

        var around = type == "password" ? Markup.Element("div", "password", control, EyeButton()) : null;
        Frame(output, control, _slots["beside"], around);
    }

    private static string TypeOf(Type? type) =>
        type == typeof(DateOnly) ? "date"
        : type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double) ? "number"
        : "text";

    /// <summary>Shows the password; useless without script, so script unhides it.</summary>
    private TagBuilder EyeButton() => Markup.Element("button", "btn btn-icon", Icon("eye"))
        .With("type", "button")
        .With("hidden", "hidden")
        .With("aria-label", "Показать пароль")
        .With("data-reveal", "data-reveal");
}
