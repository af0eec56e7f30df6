using System.Globalization;
using System.Xml;

namespace Marshrut.Core.Platform.Spreadsheets.Xlsx;

/// <summary>The rows of one worksheet part, one XML pass.</summary>
internal sealed class XlsxRows(
    XlsxPackage package, string part, SharedStrings strings, XlsxStyles styles, bool from1904, SpreadsheetLimits limits) : SheetRows
{
    private const double DaysTo1904 = 1462;
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private readonly char[] _digits = new char[64];
    private RawCell[] _cells = new RawCell[32];
    private int _rowNumber;

    public override bool From1904 => from1904;

    public override bool IsHiddenColumn(int column) => _hiddenColumns.Exists(range => column >= range.First && column <= range.Last);

    public override IEnumerator<RawRow> GetEnumerator()
    {
        _hiddenColumns.Clear();
        _rowNumber = 0;
        var rows = 0;
        using var xml = package.Open(part) ?? throw SpreadsheetMessages.DamagedProblem();
        while (TryNext(xml, out var row))
        {
            if (++rows > limits.Rows)
            {
                throw SpreadsheetMessages.TooManyRowsProblem(limits.Rows);
            }

            yield return row;
        }
    }

    private bool TryNext(XmlReader xml, out RawRow row)
    {
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
                {
                    break;
                }

                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (xml.LocalName == "row")
                {
                    row = ReadRow(xml);
                    if (row.Cells.Length > 0)
                    {
                        return true;
                    }
                }
                else if (xml.LocalName == "col")
                {
                    ReadColumn(xml);
                }
            }
        }
        catch (Exception problem) when (XlsxReader.IsDamage(problem))
        {
            throw SpreadsheetMessages.DamagedProblem(problem);
        }

        row = default;
        return false;
    }

    private void ReadColumn(XmlReader xml)
    {
        var hidden = xml.GetAttribute("hidden") is "1" or "true" || xml.GetAttribute("width") is "0";
        if (hidden && int.TryParse(xml.GetAttribute("min"), out var first) && int.TryParse(xml.GetAttribute("max"), out var last))
        {
            _hiddenColumns.Add((first - 1, last - 1));
        }
    }

    /// <summary>Reads a row to its end; no cells when there is nothing in it.</summary>
    private RawRow ReadRow(XmlReader xml)
    {
        var (number, hidden) = (_rowNumber + 1, false);
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "r":
                    number = int.Parse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture);
                    break;
                case "hidden":
                    hidden |= xml.Value is "1" or "true";
                    break;
                case "ht":
                    hidden |= xml.Value == "0";
                    break;
                default:
                    break;
            }
        }

        _rowNumber = number;
        xml.MoveToElement();
        var length = xml.IsEmptyElement ? 0 : ReadCells(xml);
        var cells = length == 0 ? [] : _cells.AsSpan(0, length).ToArray();
        Array.Clear(_cells, 0, Math.Min(_cells.Length, length));
        return new RawRow(number, hidden, cells);
    }

    private int ReadCells(XmlReader xml)
    {
        var (rowDepth, next, length) = (xml.Depth, 0, 0);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == rowDepth))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var cell = ReadCell(xml, next, out var column);
            next = column + 1;
            if (cell.IsEmpty)
            {
                continue;
            }

            if (column >= limits.Columns)
            {
                throw SpreadsheetMessages.TooManyColumnsProblem(_rowNumber, limits.Columns);
            }

            if (column >= _cells.Length)
            {
                Array.Resize(ref _cells, Math.Max(column + 1, _cells.Length * 2));
            }

            _cells[column] = cell;
            length = Math.Max(length, column + 1);
        }

        return length;
    }

    private RawCell ReadCell(XmlReader xml, int next, out int column)
    {
        column = next;
        var (style, type) = (-1, CellType.Number);
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "r":
                    column = Column(xml.Value, next);
                    break;
                case "s":
                    style = int.Parse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture);
                    break;
                case "t":
                    type = TypeOf(xml.Value);
                    break;
                default:
                    break;
            }
        }

        xml.MoveToElement();
        return xml.IsEmptyElement ? default : ReadValue(xml, type, style);
    }

    private RawCell ReadValue(XmlReader xml, CellType type, int style)
    {
        var depth = xml.Depth;
        var (formula, hasValue) = (false, false);
        var cell = default(RawCell);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "v":
                    cell = type is CellType.Number or CellType.Shared ? ReadNumeric(xml, type, style) : Value(XlsxText.ReadContent(xml), type);

                    // Programs that do not compute write an empty value; of a text formula it is the result.
                    hasValue = type == CellType.Text || !cell.IsEmpty;
                    break;
                case "is":
                    hasValue = true;
                    cell = Checked(XlsxText.ReadRich(xml));
                    break;
                case "f":
                    formula = true;
                    XlsxText.SkipContent(xml);
                    break;
                default:
                    XlsxText.SkipContent(xml);
                    break;
            }
        }

        return formula && !hasValue ? RawCell.OfError(RawCell.NotComputed) : cell;
    }

    /// <summary>A number or an index of a shared string, parsed without making a string of it.</summary>
    private RawCell ReadNumeric(XmlReader xml, CellType type, int style)
    {
        if (xml.IsEmptyElement)
        {
            return default;
        }

        var (depth, length) = (xml.Depth, 0);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Text)
            {
                continue;
            }

            int read;
            while ((read = xml.ReadValueChunk(_digits, length, _digits.Length - length)) > 0)
            {
                length += read;
            }
        }

        var digits = _digits.AsSpan(0, length).Trim();
        if (digits.IsEmpty)
        {
            return default;
        }

        return type == CellType.Shared
            ? Checked(strings[int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)])
            : Number(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture), style);
    }

    private RawCell Number(double number, int style)
    {
        if (style <= 0 && !styles.IsDate(style))
        {
            return RawCell.OfNumber(number);
        }

        return styles.IsDate(style)
            ? RawCell.OfDate(ToAutomationDate(number))
            : new RawCell(RawCellKind.Number, styles.Padded(style, number), number);
    }

    /// <summary>Excel believes in 29.02.1900, so its days before March 1900 are one behind (1900 system only).</summary>
    private double ToAutomationDate(double serial) => from1904 ? serial + DaysTo1904 : serial is >= 1 and < 60 ? serial + 1 : serial;

    private RawCell Value(string text, CellType type)
    {
        switch (type)
        {
            case CellType.Text:
                return Checked(XlsxText.Unescape(text));
            case CellType.Bool:
                return text.Length == 0 ? default : RawCell.OfBool(text.Trim() is "1" or "true");
            case CellType.Error:
                return RawCell.OfError(text);
            case CellType.IsoDate when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment):
                return RawCell.OfDate((moment - new DateTime(1899, 12, 30)).TotalDays);
            default:
                return Checked(text);
        }
    }

    private RawCell Checked(string text) => text.Length <= limits.CellCharacters
        ? RawCell.OfText(text)
        : throw SpreadsheetMessages.CellTooLongProblem(_rowNumber, limits.CellCharacters);

    /// <summary>«AB12» → 27; the next column when there are no letters.</summary>
    private static int Column(string reference, int next)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (letter is >= 'A' and <= 'Z')
            {
                column = (column * 26) + letter - 'A' + 1;
            }
            else if (letter is >= 'a' and <= 'z')
            {
                column = (column * 26) + letter - 'a' + 1;
            }
            else
            {
                break;
            }

            if (column > SpreadsheetLimits.ColumnsOfExcel)
            {
                throw SpreadsheetMessages.DamagedProblem();
            }
        }

        return column == 0 ? next : column - 1;
    }

    private static CellType TypeOf(string type) => type switch
    {
        "s" => CellType.Shared,
        "str" or "inlineStr" => CellType.Text,
        "b" => CellType.Bool,
        "e" => CellType.Error,
        "d" => CellType.IsoDate,
        _ => CellType.Number,
    };

    private enum CellType
    {
        Number,
        Shared,
        Text,
        Bool,
        Error,
        IsoDate,
    }
}
