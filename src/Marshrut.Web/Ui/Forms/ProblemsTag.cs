using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Forms;

/// <summary>
/// The red bar over a form that was not taken: sentences about the whole form, and links to the fields that wait for mending.
/// Nothing when all is well. <c>&lt;m-problems /&gt;</c>
/// </summary>
[HtmlTargetElement("m-problems", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProblemsTag : PageTag
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        Become(output, "div", "message message-bad");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.SetHtmlContent(Icon("alert-circle"));

        var words = Markup.Element("div", "message-text");
        foreach (var (key, entry) in state.Where(pair => pair.Value?.Errors.Count > 0))
        {
            foreach (var error in entry!.Errors)
            {
                words.Add(Markup.Element("div", null, Line(key, error)));
            }
        }

        output.Content.AppendHtml(words);
    }

    private static object Line(string key, ModelError error)
    {
        var sentence = string.IsNullOrEmpty(error.ErrorMessage) ? "Значение не подошло. Проверьте его" : error.ErrorMessage;
        return key.Length == 0 ? Markup.Element("b", "strong", sentence) : Markup.Element("a", null, sentence).With("href", $"#{TagBuilder.CreateSanitizedId(key, "_")}");
    }
}
