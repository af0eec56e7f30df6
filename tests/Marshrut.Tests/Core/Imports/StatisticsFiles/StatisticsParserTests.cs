using System.Text;
using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Tests.Core.Imports.StatisticsFiles;

public class StatisticsParserTests
{
    private const string Header = "Год выпуска;Горизонт, лет;Код направления;Организация;Вид организации;Выпускников;Трудоустроено";

    [Fact]
    public void A_row_is_read_with_its_repairs()
    {
        var (rows, parser) = Read(Header, "2024;1;09.02.2007;ГБПОУ «Заречный  колледж»;ПОО;1 250;900", "2024;1;38.03.01;Z-77;ОО ВО;25;0", "2024;0;09.02.07;Школа № 5;;10;10");

        rows.Select(row => row.Row).ShouldBe(
        [
            new StatisticsFileRow(2024, 1, "09.02.07", "ГБПОУ «Заречный колледж»", OrganizationKind.College, 1250, 900),
            new StatisticsFileRow(2024, 1, "38.03.01", "Z-77", OrganizationKind.University, 25, 0),
            new StatisticsFileRow(2024, 0, "09.02.07", "Школа № 5", null, 10, 10),
        ]);
        rows.SelectMany(row => row.Errors).ShouldBeEmpty();
        rows[0].Repairs.Select(repair => repair.Code).ShouldBe(["code-was-date", "spaces"]);
        (parser.Read, parser.Repaired, parser.Notices().Count).ShouldBe((3, 1, 0));
    }

    [Theory]
    [InlineData("2024;1;09.02.07;;ПОО;25;20", "required", "Организация")]
    [InlineData("2024;1;09.02.07;Колледж;ПОО;25;26", "employed-exceeds-graduates", "Трудоустроено")]
    [InlineData("2024;1;09.02.07;Колледж;ПОО;;20", "required", "Выпускников")]
    [InlineData("2024;1;09.02.07;Колледж;ПОО;25,5;20", "bad-number", "Выпускников")]
    [InlineData("2024;1;09.02.07;Колледж;ПОО;25;-1", "bad-number", "Трудоустроено")]
    [InlineData("2024;11;09.02.07;Колледж;ПОО;25;20", "bad-horizon", "Горизонт, лет")]
    [InlineData("1989;1;09.02.07;Колледж;ПОО;25;20", "bad-year", "Год выпуска")]
    [InlineData("2024;1;ИС;Колледж;ПОО;25;20", "bad-code", "Код направления")]
    public void A_row_that_cannot_be_counted_is_rejected(string line, string code, string column)
    {
        var (rows, parser) = Read(Header, line);

        rows.Single().Rejected.ShouldBeTrue();
        rows.Single().Errors.Single().ShouldSatisfyAllConditions(error => error.Code.ShouldBe(code), error => error.Column.ShouldBe(column), error => error.Rejects.ShouldBeTrue());
        parser.Read.ShouldBe(1);
    }

    [Fact]
    public void A_repeat_within_the_file_is_rejected_however_the_name_is_written()
    {
        var (rows, _) = Read(Header, "2024;1;09.02.07;Колледж «Ёлка»;ПОО;25;20", "2024;1;09.02.07;КОЛЛЕДЖ «ЕЛКА»;ПОО;30;20", "2024;2;09.02.07;Колледж «Ёлка»;ПОО;25;20");

        rows.Select(row => row.Rejected).ShouldBe([false, true, false]);
        rows[1].Errors.Single().Message.ShouldContain("под номером 2");
    }

    [Fact]
    public void An_unknown_kind_is_listed_and_the_row_comes_in()
    {
        var (rows, _) = Read(Header, "2024;1;09.02.07;Колледж;кружок;25;20");

        rows.Single().Row!.Kind.ShouldBeNull();
        rows.Single().Errors.Single().Code.ShouldBe("bad-kind");
    }

    [Fact]
    public void Totals_are_not_read_and_unknown_codes_and_other_columns_are_named()
    {
        var (rows, parser) = Read(Header + ";Примечание", "2024;1;09.02.07;Колледж;ПОО;25;20;да", "Итого;;;;;25;20;", ";;;Всего по региону;;25;20;");

        rows.Count.ShouldBe(1);
        parser.Notices().Select(notice => notice.Code).ShouldBe(["extra-columns", "unknown-programmes"]);
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Should.Throw<SpreadsheetProblem>(() => Read("Год выпуска;Код направления;Организация;Выпускников;Трудоустроено")).Message.ShouldContain("«Горизонт, лет»");

    private static (List<ParsedStatisticsRow> Rows, StatisticsParser Parser) Read(params string[] lines)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var file = StatisticsFile.Open(stream);
        var parser = file.CreateParser(isProgrammeKnown: code => code != "09.02.07" || !lines[0].Contains("Примечание"));
        return ([.. parser.Parse(file.Rows())], parser);
    }
}
