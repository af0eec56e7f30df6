using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Tests.Core.Platform.Tables;

public class ErrorWorkbookTests
{
    private static readonly RawSheet Sheet = new("Реестр", false, [Row(1, "Список")], Row(3, "Фамилия", "Телефон", "Тайное"), [], []);
    private static readonly RawRow[] Rows =
    [
        Row(4, "Ольхова", "123", "да"),
        new RawRow(6, false, [RawCell.OfText("Яceнев"), RawCell.OfNumber(89001234567), default, RawCell.OfDate(39_203)]),
    ];

    private readonly MemoryStream _file = new();

    public ErrorWorkbookTests() => ErrorWorkbook.Write(
        _file,
        Sheet,
        Rows,
        width: 4,
        [
            new CellError(4, 1, "Телефон", "123", "bad-phone", "Не поняли телефон."),
            new CellError(4, 2, "Тайное", "да", "no-health-consent", "Нет согласия.", IsSensitive: true),
        ],
        [new CellRepair(6, 0, "Фамилия", "Яceнев", "Ясенев", "latin-letters")],
        withheld: [2]);

    [Fact]
    public void Every_row_and_column_stands_in_its_place_as_text_with_the_reasons_behind()
    {
        using var reader = SpreadsheetReader.Open(_file);

        reader.Rows(reader.Sheets.Single()).Select(row => $"{row.Number}: {string.Join('|', row.Cells.Select(cell => cell.Shown()))}").ShouldBe(
        [
            "1: Список",
            "3: Фамилия|Телефон|Тайное||Что исправить",
            "4: Ольхова|123|||Телефон: Не поняли телефон.\n" + TableMessages.WithheldReason,
            "6: Яceнев|89001234567||01.05.2007",
        ]);
        reader.Rows(reader.Sheets.Single()).SelectMany(row => row.Cells).ShouldAllBe(cell => cell.Kind == RawCellKind.Text || cell.IsEmpty);
    }

    [Fact]
    public void Bad_cells_are_red_mended_ones_green_and_withheld_ones_neither()
    {
        using var document = SpreadsheetDocument.Open(_file, isEditable: false);
        var fills = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().Select(format => format.FillId!.Value).ToList();
        var cells = document.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);

        fills[(int)cells["B4"].StyleIndex!.Value].ShouldBe(2u);
        fills[(int)cells["A6"].StyleIndex!.Value].ShouldBe(3u);
        fills[(int)cells["A4"].StyleIndex!.Value].ShouldBe(0u);
        cells.ContainsKey("C4").ShouldBeFalse();
    }

    private static RawRow Row(int number, params string[] cells) => new(number, false, [.. cells.Select(RawCell.OfText)]);
}
