using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Tests.Core.Platform.Spreadsheets;

public class LegacyReaderTests
{
    [Fact]
    public void An_old_workbook_is_read_as_a_new_one()
    {
        using var file = TestFile.Open("register.xls");
        using var reader = SpreadsheetReader.Open(file);

        LibreOfficeRegister.ShouldBeRead(reader);
    }

    [Fact]
    public void A_sheet_can_be_read_again_and_out_of_turn()
    {
        using var file = TestFile.Open("register.xls");
        using var reader = SpreadsheetReader.Open(file);

        reader.Rows(reader.Sheets[1]).Single()[0].Shown().ShouldBe("прочее");
        LibreOfficeRegister.ShouldBeRead(reader);
        reader.Rows(reader.Sheets[1]).Single()[0].Shown().ShouldBe("прочее");
    }

    [Fact]
    public void Days_from_1904_are_read()
    {
        using var file = TestFile.Open("date-1904.xls");
        using var reader = SpreadsheetReader.Open(file);

        var row = reader.Rows(reader.Sheets[0]).Last();
        row[4].Shown().ShouldBe("01.05.2007");
        row[6].Shown().ShouldBe("09.02.2007");
    }

    [Fact]
    public void A_cut_workbook_is_called_damaged_and_nothing_else_is_thrown()
    {
        using var file = TestFile.Open("register.xls");
        var whole = new byte[file.Length];
        file.ReadExactly(whole);
        for (var length = 512; length < whole.Length; length += 301)
        {
            using var cut = new MemoryStream(whole, 0, length);
            try
            {
                using var reader = SpreadsheetReader.Open(cut);
                foreach (var sheet in reader.Sheets)
                {
                    reader.Rows(sheet).Count().ShouldBeLessThan(10);
                }
            }
            catch (SpreadsheetProblem problem)
            {
                problem.Code.ShouldBeOneOf(SpreadsheetProblemCodes.Damaged, SpreadsheetProblemCodes.NotAWorkbook);
            }
        }
    }
}
