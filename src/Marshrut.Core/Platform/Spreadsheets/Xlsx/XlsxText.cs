using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Marshrut.Core.Platform.Spreadsheets.Xlsx;

/// <summary>Text as a workbook writes it.</summary>
internal static partial class XlsxText
{
    /// <summary>
    /// The text of an <c>si</c> or <c>is</c> element, its runs joined and the phonetic reading left out. Ends on the element's end.
    /// </summary>
    public static string ReadRich(XmlReader xml) => Unescape(Read(xml, rich: true));

    /// <summary>The text inside the element under the reader. Ends on its end, or on the element itself when it is empty.</summary>
    public static string ReadContent(XmlReader xml) => Read(xml, rich: false);

    /// <summary>Joins the pieces of text inside an element; in rich text only those of its runs. Most have one piece.</summary>
    private static string Read(XmlReader xml, bool rich)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        string? single = null;
        StringBuilder? joined = null;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (Piece(xml, rich) is not { } piece)
            {
                continue;
            }

            if (single is null)
            {
                single = piece;
            }
            else
            {
                (joined ??= new StringBuilder(single)).Append(piece);
            }
        }

        return joined?.ToString() ?? single ?? "";
    }

    private static string? Piece(XmlReader xml, bool rich)
    {
        if (!rich)
        {
            return xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace ? xml.Value : null;
        }

        if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
        {
            SkipContent(xml);
        }

        return xml is { NodeType: XmlNodeType.Element, LocalName: "t" } ? ReadContent(xml) : null;
    }

    /// <summary>Moves to the end of the element under the reader without reading what is inside.</summary>
    public static void SkipContent(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            // Everything inside is passed by.
        }
    }

    /// <summary>Characters that XML cannot hold stand as <c>_x000D_</c> (ECMA-376 part 1, §22.9.2.19).</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escapes().Replace(text, Unescape)
        : text;

    /// <summary>Half of a surrogate pair alone would be no text any more, so such an escape stays as it is written.</summary>
    private static string Unescape(Match escape)
    {
        var letter = (char)ushort.Parse(escape.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return char.IsSurrogate(letter) ? escape.Value : letter.ToString();
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
