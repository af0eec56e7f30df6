using System.Globalization;
using Marshrut.Rules.Language;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Ui;

/// <summary>Builds the small pieces of HTML that parts are made of. Strings are encoded; <see cref="IHtmlContent"/> goes in as it is.</summary>
public static class Markup
{
    /// <param name="tag">Element name.</param>
    /// <param name="css">Value of the class attribute; null leaves it out.</param>
    /// <param name="content">Strings, numbers and HTML pieces in order; null and empty ones are passed over.</param>
    public static TagBuilder Element(string tag, string? css = null, params ReadOnlySpan<object?> content)
    {
        var element = new TagBuilder(tag);
        if (!string.IsNullOrEmpty(css))
        {
            element.Attributes["class"] = css;
        }

        foreach (var piece in content)
        {
            element.Add(piece);
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
        {
            element.Attributes[name] = value;
        }

        return element;
    }

    public static TagBuilder Add(this TagBuilder element, object? piece)
    {
        switch (piece)
        {
            case null or "":
                break;
            case IHtmlContent html:
                element.InnerHtml.AppendHtml(html);
                break;
            case int number:
                element.InnerHtml.Append(Russian.Number(number));
                break;
            case long number:
                element.InnerHtml.Append(Russian.Number(number));
                break;
            default:
                element.InnerHtml.Append(Convert.ToString(piece, CultureInfo.InvariantCulture) ?? string.Empty);
                break;
        }

        return element;
    }

    /// <summary>Class names in one attribute value, empty ones left out.</summary>
    public static string Css(params ReadOnlySpan<string?> names)
    {
        var kept = new List<string>(names.Length);
        foreach (var name in names)
        {
            if (!string.IsNullOrEmpty(name))
            {
                kept.Add(name);
            }
        }

        return string.Join(' ', kept);
    }
}
