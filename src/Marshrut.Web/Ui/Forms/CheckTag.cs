using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Forms;

/// <summary>
/// A box or a radio button with its words: <c>&lt;m-check for="Input.AllOrNothing"&gt;Всё или ничего&lt;/m-check&gt;</c>,
/// <c>&lt;m-check name="level" value="high" checked&gt;Высокий&lt;/m-check&gt;</c>. With <c>large</c> the whole frame is pressable.
/// </summary>
[HtmlTargetElement("m-check")]
public sealed class CheckTag : PageTag
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    /// <summary>What is sent when chosen; «true» for a yes-or-no property.</summary>
    public string Value { get; set; } = "true";

    public bool Checked { get; set; }

    public bool Radio { get; set; }

    public bool Large { get; set; }

    public bool Disabled { get; set; }

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var name = For is null ? Name : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        Become(output, "label", Large ? "choice" : "check");
        var box = Markup.Element("input", "tick")
            .With("type", Radio ? "radio" : "checkbox")
            .With("name", name)
            .With("value", Value)
            .With("checked", Chosen(name) ? "checked" : null)
            .With("disabled", Disabled ? "disabled" : null);
        box.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.SetHtmlContent(box);
        output.Content.AppendHtml(Markup.Element("span", null, words, string.IsNullOrEmpty(Hint) ? null : Markup.Element("span", "hint", Hint)));
    }

    private bool Chosen(string? name)
    {
        if (name is not null && ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.RawValue is not null)
        {
            return entry.RawValue switch
            {
                string[] many => many.Contains(Value, StringComparer.Ordinal),
                var one => string.Equals(one.ToString(), Value, StringComparison.Ordinal),
            };
        }

        return For?.Model switch
        {
            null => Checked,
            bool yes => yes,
            IEnumerable<string> many => many.Contains(Value, StringComparer.Ordinal),
            var one => string.Equals(one.ToString(), Value, StringComparison.Ordinal),
        };
    }
}
