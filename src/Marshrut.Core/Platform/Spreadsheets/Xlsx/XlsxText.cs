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
    public static string ReadRich(XmlReader xml)
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
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "rPh")
            {
                SkipContent(xml);
            }
            else if (xml.LocalName == "t")
            {
                var run = ReadContent(xml);
                if (single is null)
                {
                    single = run;
                }
                else
                {
                    (joined ??= new StringBuilder(single)).Append(run);
                }
            }
        }

        return Unescape(joined?.ToString() ?? single ?? "");
    }

    /// <summary>The text inside the element under the reader. Ends on its end, or on the element itself when it is empty.</summary>
    public static string ReadContent(XmlReader xml)
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
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                if (single is null)
                {
                    single = xml.Value;
                }
                else
                {
                    (joined ??= new StringBuilder(single)).Append(xml.Value);
                }
            }
        }

        return joined?.ToString() ?? single ?? "";
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
