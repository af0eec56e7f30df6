using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Marshrut.Core.Platform.Spreadsheets.Writing;

/// <summary>
/// Writes a workbook of one sheet row by row, with text and number cells only, and keeps nothing but a buffer. There are no formulas,
/// so nothing in a cell can be run (R15). Dispose of it to finish the file; the stream stays open and need not seek.
/// </summary>
public sealed class XlsxWriter : IDisposable
{
    /// <summary>Rows of a sheet that Excel opens.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>Characters of a cell that Excel opens; longer text is cut.</summary>
    public const int MaxCellCharacters = 32_767;

    /// <summary>Of a list of choices.</summary>
    private const int MaxChoiceCharacters = 255;

    private const int MaxSheetName = 31;
    private readonly ZipArchive _archive;
    private readonly XmlBytes _xml;
    private readonly string _sheetName;
    private readonly List<byte[]> _columns = [];
    private readonly List<(string Cells, string List)> _choices = [];
    private int _row;
    private int _column;
    private bool _rowOpen;
    private bool _finished;

    /// <param name="output">Where the file goes.</param>
    /// <param name="sheetName">The tab's name; characters that Excel forbids are left out, a longer name is cut.</param>
    /// <param name="widths">Widths of the columns in characters; columns beyond have Excel's own.</param>
    /// <param name="frozenRows">Rows that stay in place when the user scrolls, 0 for none.</param>
    public XlsxWriter(Stream output, string sheetName, IReadOnlyList<double> widths, int frozenRows = 0)
    {
        _sheetName = CleanName(sheetName);
        _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        XlsxParts.WriteStatic(_archive, _sheetName);
        _xml = new XmlBytes(_archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
        _xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        WriteView(frozenRows);
        WriteWidths(widths);
        _xml.Raw("<sheetData>"u8);
    }

    /// <summary>Begins the next row, or the row of a number: gaps stay gaps. Numbers must grow.</summary>
    public void StartRow(int? number = null)
    {
        var next = number ?? _row + 1;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(next, _row, nameof(number));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(next, MaxRows, nameof(number));
        EndRow();
        (_row, _column, _rowOpen) = (next, 0, true);
        _xml.Raw("<row r=\""u8);
        _xml.Integer(_row);
        _xml.Raw("\">"u8);
    }

    /// <summary>Writes the next cell as text; null and empty text leave it empty, but styled.</summary>
    public void Text(string? text, XlsxStyle style = XlsxStyle.Text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Blank(style);
            return;
        }

        StartCell(style);
        _xml.Raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        _xml.Text(text.AsSpan(0, Math.Min(text.Length, MaxCellCharacters)));
        _xml.Raw("</t></is></c>"u8);
    }

    /// <summary>Writes the next cell as a number.</summary>
    public void Number(double number)
    {
        StartCell(XlsxStyle.General);
        _xml.Raw("><v>"u8);
        _xml.Text(number.ToString("R", CultureInfo.InvariantCulture));
        _xml.Raw("</v></c>"u8);
    }

    /// <summary>Leaves the next cell empty.</summary>
    public void Blank(XlsxStyle style = XlsxStyle.Text)
    {
        if (style is XlsxStyle.Text or XlsxStyle.General)
        {
            _column++;
            return;
        }

        StartCell(style);
        _xml.Raw("/>"u8);
    }

    /// <summary>Writes the next row as a header: every text in bold.</summary>
    public void Header(IEnumerable<string> titles)
    {
        StartRow();
        foreach (var title in titles)
        {
            Text(title, XlsxStyle.Header);
        }
    }

    /// <summary>A list to choose from in cells of a column: Excel offers the values and warns of another, which may stay all the same.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="firstRow">From 1.</param>
    /// <param name="lastRow">The last of them.</param>
    /// <param name="values">Without commas; together no longer than Excel takes.</param>
    public void Choice(int column, int firstRow, int lastRow, IEnumerable<string> values)
    {
        var list = string.Join(',', values);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(list.Length, MaxChoiceCharacters, nameof(values));
        var letters = ColumnLetters.Of(column);
        _choices.Add((string.Create(CultureInfo.InvariantCulture, $"{letters}{firstRow}:{letters}{lastRow}"), list));
    }

    public void Dispose()
    {
        if (_finished)
        {
            return;
        }

        _finished = true;
        EndRow();
        _xml.Raw("</sheetData>"u8);
        WriteChoices();
        _xml.Raw("</worksheet>"u8);
        _xml.Dispose();
        _archive.Dispose();
    }

    private void StartCell(XlsxStyle style)
    {
        if (!_rowOpen)
        {
            throw new InvalidOperationException("A cell needs a row: call StartRow first.");
        }

        while (_columns.Count <= _column)
        {
            _columns.Add(Encoding.ASCII.GetBytes(ColumnLetters.Of(_columns.Count)));
        }

        _xml.Raw("<c r=\""u8);
        _xml.Raw(_columns[_column++]);
        _xml.Integer(_row);
        if (style == XlsxStyle.General)
        {
            _xml.Raw("\""u8);
            return;
        }

        _xml.Raw("\" s=\""u8);
        _xml.Integer((int)style);
        _xml.Raw("\""u8);
    }

    private void EndRow()
    {
        if (_rowOpen)
        {
            _xml.Raw("</row>"u8);
            _rowOpen = false;
        }
    }

    private void WriteView(int frozenRows)
    {
        if (frozenRows <= 0)
        {
            return;
        }

        _xml.Raw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\""u8);
        _xml.Integer(frozenRows);
        _xml.Raw("\" topLeftCell=\"A"u8);
        _xml.Integer(frozenRows + 1);
        _xml.Raw("\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"u8);
    }

    private void WriteWidths(IReadOnlyList<double> widths)
    {
        if (widths.Count == 0)
        {
            return;
        }

        _xml.Raw("<cols>"u8);
        for (var i = 0; i < widths.Count; i++)
        {
            _xml.Raw("<col min=\""u8);
            _xml.Integer(i + 1);
            _xml.Raw("\" max=\""u8);
            _xml.Integer(i + 1);
            _xml.Raw("\" width=\""u8);
            _xml.Text(widths[i].ToString(CultureInfo.InvariantCulture));
            _xml.Raw("\" customWidth=\"1\"/>"u8);
        }

        _xml.Raw("</cols>"u8);
    }

    private void WriteChoices()
    {
        if (_choices.Count == 0)
        {
            return;
        }

        _xml.Raw("<dataValidations count=\""u8);
        _xml.Integer(_choices.Count);
        _xml.Raw("\">"u8);
        foreach (var (cells, list) in _choices)
        {
            _xml.Raw("<dataValidation type=\"list\" allowBlank=\"1\" errorStyle=\"warning\" showErrorMessage=\"1\" sqref=\""u8);
            _xml.Text(cells);
            _xml.Raw("\"><formula1>\""u8);
            _xml.Text(list);
            _xml.Raw("\"</formula1></dataValidation>"u8);
        }

        _xml.Raw("</dataValidations>"u8);
    }

    private static string CleanName(string name)
    {
        var clean = new string([.. name.Where(letter => !char.IsControl(letter) && !"[]:*?/\\".Contains(letter))]).Trim('\'', ' ');
        return clean.Length == 0 ? "Лист1" : clean[..Math.Min(clean.Length, MaxSheetName)];
    }
}
