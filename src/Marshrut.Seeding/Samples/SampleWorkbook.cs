using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Seeding.Samples;

/// <summary>A sheet of a <see cref="SampleWorkbook"/>.</summary>
/// <param name="Rows">From row 1 down; an empty list is an empty row.</param>
/// <param name="Merged">«A1:K1» and the like.</param>
/// <param name="HiddenRows">Numbers from 1.</param>
/// <param name="HiddenColumns">Numbers from 1.</param>
internal sealed record SampleSheet(
    string Name, IReadOnlyList<SampleCell[]> Rows, IReadOnlyList<string> Merged, IReadOnlyList<int> HiddenRows, IReadOnlyList<int> HiddenColumns);

/// <summary>
/// A workbook with what people's own workbooks have and the program's writer never makes: dates under formats, formulas, merged cells, hidden rows and
/// columns, several sheets. Written part by part, equal bytes each time.
/// </summary>
internal static class SampleWorkbook
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int DateStyle = 1;

    /// <summary>Zip entries carry a time; a fixed one keeps the file the same.</summary>
    private static readonly DateTimeOffset Stamp = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream output, params IReadOnlyList<SampleSheet> sheets)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "[Content_Types].xml", ContentTypes(sheets.Count));
        Add(archive, "_rels/.rels", Relations(("rId1", Links + "/officeDocument", "xl/workbook.xml")));
        Add(archive, "xl/workbook.xml", Workbook(sheets));
        Add(archive, "xl/_rels/workbook.xml.rels", Relations(
        [
            .. Enumerable.Range(1, sheets.Count).Select(number => ($"rId{number}", Links + "/worksheet", $"worksheets/sheet{number}.xml")),
            ($"rId{sheets.Count + 1}", Links + "/styles", "styles.xml"),
        ]));
        Add(archive, "xl/styles.xml", Styles);
        for (var i = 0; i < sheets.Count; i++)
        {
            Add(archive, $"xl/worksheets/sheet{i + 1}.xml", Worksheet(sheets[i]));
        }
    }

    private static string Worksheet(SampleSheet sheet)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\">");
        if (sheet.HiddenColumns.Count > 0)
        {
            xml.Append("<cols>");
            foreach (var column in sheet.HiddenColumns)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{column}\" max=\"{column}\" width=\"0\" hidden=\"1\" customWidth=\"1\"/>");
            }

            xml.Append("</cols>");
        }

        xml.Append("<sheetData>");
        for (var row = 1; row <= sheet.Rows.Count; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"{(sheet.HiddenRows.Contains(row) ? " hidden=\"1\"" : "")}>");
            var cells = sheet.Rows[row - 1];
            for (var column = 0; column < cells.Length; column++)
            {
                AppendCell(xml, cells[column], ColumnLetters.Of(column) + row.ToString(CultureInfo.InvariantCulture));
            }

            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (sheet.Merged.Count > 0)
        {
            xml.Append("<mergeCells>").AppendJoin("", sheet.Merged.Select(area => $"<mergeCell ref=\"{area}\"/>")).Append("</mergeCells>");
        }

        return xml.Append("</worksheet>").ToString();
    }

    private static void AppendCell(StringBuilder xml, SampleCell cell, string address)
    {
        if (cell.IsEmpty)
        {
            return;
        }

        var formula = cell.Formula is null ? "" : $"<f>{SecurityElement.Escape(cell.Formula)}</f>";
        if (cell.Number is { } number)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{address}\"{(cell.IsDate ? $" s=\"{DateStyle}\"" : "")}>{formula}<v>{number:R}</v></c>");
            return;
        }

        var text = SecurityElement.Escape(cell.Text);
        xml.Append(cell switch
        {
            { IsFault: true } => $"<c r=\"{address}\" t=\"e\">{formula}<v>{text}</v></c>",
            { Formula: not null } => $"<c r=\"{address}\" t=\"str\">{formula}<v>{text}</v></c>",
            _ => $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>",
        });
    }

    private static string Styles =>
        $"""
        <styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    private static string Workbook(IReadOnlyList<SampleSheet> sheets) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets>"
        + string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))
        + "</sheets></workbook>";

    private static string Relations(params IEnumerable<(string Id, string Type, string Target)> links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(link => $"<Relationship Id=\"{link.Id}\" Type=\"{link.Type}\" Target=\"{link.Target}\"/>"))
        + "</Relationships>";

    private static string ContentTypes(int sheets)
    {
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}.styles+xml\"/>"
            + string.Concat(Enumerable.Range(1, sheets).Select(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{Type}.worksheet+xml\"/>"))
            + "</Types>";
    }

    private static void Add(ZipArchive archive, string path, string xml)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(Declaration + xml));
    }
}
