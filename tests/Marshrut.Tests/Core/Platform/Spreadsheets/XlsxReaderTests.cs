using Marshrut.Core.Platform.Spreadsheets;
using static Marshrut.Tests.Core.Platform.Spreadsheets.HandMadeWorkbook;

namespace Marshrut.Tests.Core.Platform.Spreadsheets;

public class XlsxReaderTests
{
    [Fact]
    public void Cells_of_every_kind_are_told_apart()
    {
        var book = new HandMadeWorkbook { SharedStrings = ["<t>общая</t>", "<r><t>в </t></r><r><t>частях</t></r><rPh sb=\"0\" eb=\"1\"><t>ё</t></rPh>"] };
        var cells = Only(book.Sheet("Лист", RowAt(1,
            "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>своя</t></is></c><c><v>2027</v></c><c t=\"b\"><v>1</v></c>"
            + "<c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2007-05-01T00:00:00</v></c><c t=\"str\"><f>A1</f><v>итог</v></c><c/><c t=\"inlineStr\"><is><t>_x0041__x000D_</t></is></c>"))).Cells;

        cells.ShouldBe(
        [
            RawCell.OfText("общая"), RawCell.OfText("в частях"), RawCell.OfText("своя"), RawCell.OfNumber(2027), RawCell.OfBool(true),
            RawCell.OfError("#N/A"), RawCell.OfDate(39_203), RawCell.OfText("итог"), default, RawCell.OfText("A\r"),
        ]);
        cells[6].Shown().ShouldBe("01.05.2007");
    }

    [Theory]
    [InlineData("dd.mm.yyyy", true)]
    [InlineData("[$-419]d mmm yyyy;@", true)]
    [InlineData("yyyy\\-mm\\-dd", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("\"день \"0", false)]
    [InlineData("[Red]0.00;[Blue]-0.00", false)]
    [InlineData("0.00E+00", false)]
    [InlineData("General", false)]
    [InlineData("0_m", false)]
    [InlineData("#,##0\\d", false)]
    [InlineData("0;dd", false)]
    public void A_number_is_a_date_when_its_format_shows_a_day_or_a_time(string format, bool date)
    {
        var book = new HandMadeWorkbook();
        var style = book.Format(format);

        Only(book.Sheet("Лист", RowAt(1, Number("39203", style)))).Cells[0].Kind.ShouldBe(date ? RawCellKind.Date : RawCellKind.Number);
    }

    [Fact]
    public void Both_date_systems_give_the_same_day()
    {
        var old = new HandMadeWorkbook { From1904 = true };
        var now = new HandMadeWorkbook();

        Only(old.Sheet("Лист", RowAt(1, Number("37741", old.Format("dd.mm.yyyy"))))).Cells[0].Shown().ShouldBe("01.05.2007");
        Only(now.Sheet("Лист", RowAt(1, Number("39203", now.Format("dd.mm.yyyy"))))).Cells[0].Shown().ShouldBe("01.05.2007");
    }

    [Fact]
    public void The_first_days_of_1900_are_what_excel_shows()
    {
        var book = new HandMadeWorkbook();
        var style = book.Format("dd.mm.yyyy");

        Only(book.Sheet("Лист", RowAt(1, Number("1.5", style)))).Cells[0].Shown().ShouldBe("01.01.1900 12:00");
    }

    [Fact]
    public void A_format_of_zeros_keeps_the_zeros_that_the_user_sees()
    {
        var book = new HandMadeWorkbook();
        var style = book.Format("000000");

        Only(book.Sheet("Лист", RowAt(1, Number("123", style)))).Cells[0].Shown().ShouldBe("000123");
    }

    [Fact]
    public void Rows_and_cells_without_references_follow_one_another_and_gaps_stay_gaps()
    {
        var rows = Rows(new HandMadeWorkbook().Sheet("Лист",
            Row("а") + "<row/>" + Row("б") + RowAt(7, "<c r=\"C7\" t=\"str\"><v>в</v></c><c t=\"str\"><v>г</v></c>") + RowAt(9, "<c r=\"A9\" s=\"0\"/>")));

        rows.Select(row => row.Number).ShouldBe([1, 3, 7]);
        rows[2].Cells.Select(cell => cell.Shown()).ShouldBe(["", "", "в", "г"]);
    }

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_read_and_marked()
    {
        var book = new HandMadeWorkbook()
            .Sheet("Тайный", Row("x"), state: "veryHidden")
            .Sheet("Явный", RowAt(1, Inline("а") + Inline("б") + Inline("в")) + RowAt(2, Inline("г"), "hidden=\"1\"") + RowAt(3, Inline("д"), "ht=\"0\" customHeight=\"1\""),
                before: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>", after: "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>");
        using var reader = SpreadsheetReader.Open(book.ToStream());

        reader.Sheets.ShouldBe([new SheetInfo(0, "Тайный", true), new SheetInfo(1, "Явный", false)]);
        var sheet = reader.Rows(reader.Sheets[1]);
        sheet.Select(row => row.Hidden).ShouldBe([false, true, true]);
        Enumerable.Range(0, 4).Select(sheet.IsHiddenColumn).ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void A_formula_gives_its_stored_value_and_one_never_computed_says_so()
    {
        var cells = Only(new HandMadeWorkbook().Sheet("Лист", RowAt(1,
            "<c><f>2000+27</f><v>2027</v></c><c t=\"str\"><f>\"\"</f><v></v></c><c><f>B1</f></c>"))).Cells;

        cells.ShouldBe([RawCell.OfNumber(2027), default, RawCell.OfError(RawCell.NotComputed)]);
    }

    [Fact]
    public void A_sheet_can_be_read_again_and_out_of_turn()
    {
        using var reader = SpreadsheetReader.Open(new HandMadeWorkbook().Sheet("1", Row("а") + Row("б")).Sheet("2", Row("в")).ToStream());

        for (var pass = 0; pass < 2; pass++)
        {
            reader.Rows(reader.Sheets[1]).Single()[0].Shown().ShouldBe("в");
            reader.Rows(reader.Sheets[0]).Select(row => row[0].Shown()).ShouldBe(["а", "б"]);
        }
    }

    [Fact]
    public void A_workbook_of_libreoffice_is_read()
    {
        using var file = TestFile.Open("register-libreoffice.xlsx");
        using var reader = SpreadsheetReader.Open(file);
        LibreOfficeRegister.ShouldBeRead(reader);
    }

    [Fact]
    public void A_workbook_of_libreoffice_with_days_from_1904_is_read()
    {
        using var file = TestFile.Open("date-1904.xlsx");
        using var reader = SpreadsheetReader.Open(file);
        var sheet = reader.Rows(reader.Sheets[0]);

        var row = sheet.Last();
        sheet.From1904.ShouldBeTrue();
        row[4].Shown().ShouldBe("01.05.2007");
        row[6].Shown().ShouldBe("09.02.2007");
    }

    private static RawRow Only(HandMadeWorkbook book) => Rows(book)[0];

    private static List<RawRow> Rows(HandMadeWorkbook book)
    {
        using var reader = SpreadsheetReader.Open(book.ToStream());
        return [.. reader.Rows(reader.Sheets[^1])];
    }
}
