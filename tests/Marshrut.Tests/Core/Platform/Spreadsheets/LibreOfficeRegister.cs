using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Tests.Core.Platform.Spreadsheets;

/// <summary>
/// The register that LibreOffice wrote both as .xls and as .xlsx: a merged title, the header on row 4, row 6 and column I hidden,
/// dates, formulas, a second sheet.
/// </summary>
internal static class LibreOfficeRegister
{
    public static void ShouldBeRead(SpreadsheetReader reader)
    {
        reader.Sheets.Select(sheet => (sheet.Name, sheet.Hidden)).ShouldBe([("Реестр", false), ("Справочник", false)]);
        var sheet = reader.Rows(reader.Sheets[0]);
        List<RawRow> rows = [.. sheet];

        rows.Select(row => (row.Number, row.Hidden)).ShouldBe([(1, false), (4, false), (5, false), (6, true), (7, false)]);
        Enumerable.Range(0, 9).Where(sheet.IsHiddenColumn).ShouldBe([8]);
        rows[1].Cells.Select(cell => cell.Shown()).ShouldBe(
            ["Идентификатор", "Фамилия", "Имя", "Отчество", "Дата рождения", "СНИЛС", "Код направления", "Год выпуска", "Курс"]);
        rows[2].Cells.Select(cell => cell.Shown()).ShouldBe(
            ["К-001", "Ольхова", "Вера", "Ильинична", "01.05.2007", "112-233-445 95", "09.02.07", "2027", "2"]);
        rows[3][5].ShouldBe(RawCell.OfNumber(11_223_344_595));
        rows[3][6].Kind.ShouldBe(RawCellKind.Date);
        rows[3][6].Shown().ShouldBe("09.02.2007");
        rows[4][1].Shown().ShouldBe("Клёнова");
        rows[4][6].Text.ShouldBe("15.02.16 ");
        rows[4][7].ShouldBe(RawCell.OfNumber(2027));
    }
}
