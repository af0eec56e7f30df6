using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marshrut.Web.Ui.Forms;

/// <summary>A labelled control with its hint and the sentence about what is wrong, tied together by aria-describedby.</summary>
public abstract class FieldPart : PageTag
{
    /// <summary>The property of the page model; gives name, value, label, whether it is optional, and the error.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Name of the control where there is no model property.</summary>
    public string? Name { get; set; }

    /// <summary>Id of the control where a page has several of one name; made of the name otherwise.</summary>
    public string? ControlId { get; set; }

    /// <summary>The value where there is no model property.</summary>
    public string? Value { get; set; }

    /// <summary>Words of the label; the property's DisplayName otherwise, also for an empty one: Razor makes that of a null in a condition.</summary>
    public string? Label { get; set; }

    /// <summary>Only for those who listen: filters, whose first line says the same.</summary>
    public bool LabelUnseen { get; set; }

    public string? Hint { get; set; }

    /// <summary>What is wrong, if it is not in the model state.</summary>
    public string? Error { get; set; }

    /// <summary>Says «необязательно»; by default for properties that may be empty.</summary>
    public bool? Optional { get; set; }

    /// <summary>short (160 px) or medium (320 px).</summary>
    public string? Width { get; set; }

    protected string FullName => For is null
        ? Name ?? throw new InvalidOperationException("A field needs «for» or «name».")
        : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>What the user last wrote, else the model's value, in the Russian way.</summary>
    protected string? CurrentValue(bool iso = false) => Attempted() ?? Value ?? Written(For?.Model, iso);

    protected string? Attempted() => ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) ? entry.AttemptedValue : null;

    protected static string? Written(object? value, bool iso) => value switch
    {
        null => null,
        DateOnly date => date.ToString(iso ? "yyyy-MM-dd" : "dd.MM.yyyy", CultureInfo.InvariantCulture),
        Enum constant => constant.ToString(),
        _ => Convert.ToString(value, CultureInfo.GetCultureInfo("ru-RU")),
    };

    /// <summary>Takes what the page wrote beyond our own attributes over to the control (autocomplete, maxlength, hx-get…).</summary>
    protected static void HandOver(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class").ToList())
        {
            control.Attributes[attribute.Name] = attribute.Value switch
            {
                null => attribute.Name,
                HtmlString html => System.Net.WebUtility.HtmlDecode(html.Value),
                var value => value.ToString(),
            };
            output.Attributes.Remove(attribute);
        }
    }

    protected void Frame(TagHelperOutput output, TagBuilder control, object? beside, IHtmlContent? around = null)
    {
        var id = ControlId ?? TagBuilder.CreateSanitizedId(FullName, "_");
        // A page that has nothing to say hands over an empty text.
        var error = string.IsNullOrEmpty(Error) ? FirstError() : Error;
        control.With("id", id).With("name", FullName);

        var described = Markup.Css(Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error");
        control.With("aria-describedby", described.Length == 0 ? null : described);
        control.With("aria-invalid", error is null ? null : "true");

        var optional = Optional ?? (For is not null && !For.Metadata.IsRequired);
        if (!optional && For is not null)
        {
            control.With("aria-required", "true");
        }

        Become(output, "div", Markup.Css("field", Width is null ? null : $"field-{Width}"));
        var label = Markup.Element(
            "label",
            LabelUnseen ? "unseen" : null,
            string.IsNullOrEmpty(Label) ? For?.Metadata.GetDisplayName() ?? string.Empty : Label,
            optional && !LabelUnseen ? Markup.Element("span", "optional", " необязательно") : null).With("for", id);
        output.Content.SetHtmlContent(beside is null ? label : Markup.Element("div", "field-head", label, beside));
        output.Content.AppendHtml(around ?? control);
        if (error is not null)
        {
            output.Content.AppendHtml(Markup.Element("div", "problem", Icon("alert-circle"), Markup.Element("span", null, error)).With("id", $"{id}-error"));
        }

        if (Hint is not null)
        {
            output.Content.AppendHtml(Markup.Element("div", "hint", Hint).With("id", $"{id}-hint"));
        }
    }

    private string? FirstError()
    {
        if (!ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) || entry.Errors.Count == 0)
        {
            return null;
        }

        var message = entry.Errors[0].ErrorMessage;
        return string.IsNullOrEmpty(message) ? "Значение не подошло. Проверьте его" : message;
    }
}
