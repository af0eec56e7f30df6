using System.Net;
using AngleSharp.Html.Dom;

namespace Marshrut.Tests.TestSites;

/// <summary>What the site answered.</summary>
/// <param name="Path">The address asked.</param>
/// <param name="Location">Where it redirects, as a local address; null: nowhere.</param>
public sealed record Answer(string Path, HttpStatusCode Status, string? Location, string Body, IHtmlDocument Document, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The words that a person reads, spaces collapsed.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What stands in the content of the page, without what is new in every answer (the token of a form).</summary>
    public string Content()
    {
        var main = (AngleSharp.Dom.IElement)Document.QuerySelector("main")!.Clone();
        foreach (var token in main.QuerySelectorAll("input[name=__RequestVerificationToken]"))
        {
            token.Remove();
        }

        return main.InnerHtml;
    }
}
