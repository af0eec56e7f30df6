using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Ui;

/// <summary>Icons of Tabler, drawn from the one sprite that build/assets.mjs makes of build/icons.txt.</summary>
public static class IconSprite
{
    private const string File = "lib/icons.svg";

    /// <param name="http">The request, for the fingerprinted address of the sprite.</param>
    /// <param name="name">A line of build/icons.txt.</param>
    /// <param name="css">«icon-row» 16, «icon-mark» 14, «icon-large» 22; 18 without one.</param>
    /// <param name="label">What a lone icon says to those who do not see it; without it the icon is passed over.</param>
    public static IHtmlContent Draw(HttpContext http, string name, string? css = null, string? label = null)
    {
        var svg = new TagBuilder("svg");
        svg.Attributes["class"] = Markup.Css("icon", css);
        svg.Attributes["focusable"] = "false";
        if (string.IsNullOrEmpty(label))
        {
            svg.Attributes["aria-hidden"] = "true";
        }
        else
        {
            svg.Attributes["role"] = "img";
            svg.Attributes["aria-label"] = label;
        }

        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{Address(http)}#{name}";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }

    private static string Address(HttpContext http)
    {
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{http.Request.PathBase}/{assets?[File] ?? File}";
    }
}
