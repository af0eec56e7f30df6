using System.Xml;

namespace Marshrut.Core.Platform.Spreadsheets.Xlsx;

/// <summary>Which cell styles show a date, and which pad a number with zeros.</summary>
internal sealed class XlsxStyles
{
    private readonly List<(bool Date, string? Padding)> _cellStyles = [];

    /// <summary>Reads the part; without one no cell is a date.</summary>
    public static XlsxStyles Read(XlsxPackage package, string? part)
    {
        var styles = new XlsxStyles();
        var formats = new Dictionary<int, string>();
        using var xml = part is null ? null : package.Open(part);
        var inCellStyles = false;
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCellStyles = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt"
                && int.TryParse(xml.GetAttribute("numFmtId"), out var custom))
            {
                formats[custom] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCellStyles)
            {
                int.TryParse(xml.GetAttribute("numFmtId"), out var id);
                var format = formats.GetValueOrDefault(id);
                styles._cellStyles.Add((format is null ? NumberFormats.IsBuiltInDate(id) : NumberFormats.IsDate(format), format));
            }
        }

        return styles;
    }

    public bool IsDate(int style) => (uint)style < (uint)_cellStyles.Count && _cellStyles[style].Date;

    /// <summary>What a zero-padding format shows, else null.</summary>
    public string? Padded(int style, double number) =>
        (uint)style < (uint)_cellStyles.Count ? NumberFormats.Padded(_cellStyles[style].Padding, number) : null;
}
