using System.IO.Compression;
using System.Text;

namespace Marshrut.Tests.Core.Platform.Spreadsheets;

/// <summary>
/// A workbook written tag by tag: what real programs write and our own writer never does — formulas, hidden rows, merged cells, two
/// date systems, several sheets.
/// </summary>
internal sealed class HandMadeWorkbook
{
    private readonly List<(string Name, string? State, string Xml)> _sheets = [];
    private readonly List<string> _formats = [];

    public bool From1904 { get; init; }

    /// <summary>Items of the shared strings part, inner XML of <c>si</c>.</summary>
    public IReadOnlyList<string> SharedStrings { get; init; } = [];

    /// <summary>Put before the workbook's root element, to try document types.</summary>
    public string Prolog { get; init; } = "";

    /// <summary>Adds a custom number format; returns the style index for <c>s="…"</c>. Style 0 is General.</summary>
    public int Format(string code)
    {
        _formats.Add(code);
        return _formats.Count;
    }

    /// <summary>Adds a sheet: <paramref name="rows"/> is the inner XML of sheetData, <paramref name="before"/> and <paramref name="after"/> stand around it.</summary>
    public HandMadeWorkbook Sheet(string name, string rows, string before = "", string after = "", string? state = null)
    {
        _sheets.Add((name, state, $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{before}<sheetData>{rows}</sheetData>{after}</worksheet>"));
        return this;
    }

    public MemoryStream ToStream()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Write(archive, "_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml")));
            Write(archive, "xl/_rels/workbook.xml.rels", Relations(
            [
                .. _sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                ("rIdS", "styles", "/xl/styles.xml"),
                ("rIdT", "sharedStrings", "sharedStrings.xml"),
            ]));
            Write(archive, "xl/workbook.xml",
                $"{Prolog}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + $"<workbookPr date1904=\"{(From1904 ? 1 : 0)}\"/><sheets>"
                + string.Concat(_sheets.Select((sheet, i) =>
                    $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\"{(sheet.State is null ? "" : $" state=\"{sheet.State}\"")} r:id=\"rId{i + 1}\"/>"))
                + "</sheets></workbook>");
            Write(archive, "xl/styles.xml",
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>"
                + string.Concat(_formats.Select((code, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/>"))
                + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                + string.Concat(_formats.Select((_, i) => $"<xf numFmtId=\"{200 + i}\"/>")) + "</cellXfs></styleSheet>");
            Write(archive, "xl/sharedStrings.xml", $"<sst>{string.Concat(SharedStrings.Select(item => $"<si>{item}</si>"))}</sst>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Write(archive, $"xl/worksheets/sheet{i + 1}.xml", _sheets[i].Xml);
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>A row of inline text cells without references, as small generators write them.</summary>
    public static string Row(params string[] cells) => $"<row>{string.Concat(cells.Select(Inline))}</row>";

    /// <summary>A row with its own number and attributes; the cells are XML.</summary>
    public static string RowAt(int number, string cells, string attributes = "") => $"<row r=\"{number}\" {attributes}>{cells}</row>";

    public static string Inline(string text) => $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>";

    public static string Number(string value, int style = 0) => $"<c s=\"{style}\"><v>{value}</v></c>";

    private static string Relations(params (string Id, string Kind, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(relation =>
            $"<Relationship Id=\"{relation.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Kind}\" Target=\"{relation.Target}\"/>"))
        + "</Relationships>";

    private static void Write(ZipArchive archive, string name, string xml)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml));
    }
}
