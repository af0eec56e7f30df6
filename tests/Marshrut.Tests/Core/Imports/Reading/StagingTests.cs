using System.Text;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Tests.Core.Platform.Spreadsheets;
using static Marshrut.Tests.Core.Imports.Reading.RegisterText;

namespace Marshrut.Tests.Core.Imports.Reading;

public class StagingTests
{
    [Theory]
    [InlineData("register-libreoffice.xlsx")]
    [InlineData("date-1904.xlsx")]
    public void Staged_rows_parse_to_the_same_as_the_file_itself(string name)
    {
        var direct = File(TestFile.Open(name));
        using var stage = new MemoryStream();
        using (var stream = TestFile.Open(name))
        using (var file = RegisterFile.Open(stream, Options))
        using (var writer = new BinaryWriter(stage, Encoding.UTF8, leaveOpen: true))
        {
            file.Sheet.Write(writer);
            foreach (var row in file.Rows())
            {
                RawRowCodec.Write(writer, row);
            }
        }

        stage.Position = 0;
        using var reader = new BinaryReader(stage);
        var sheet = RawSheet.Read(reader);
        var parser = new RegisterParser(sheet, Options);
        List<ParsedRow> rows = [.. parser.Parse(RawRowCodec.ReadAll(stage))];

        rows.Select(row => row.Identity).ShouldBe(direct.Rows.Select(row => row.Identity));
        rows.SelectMany(row => row.Repairs).ShouldBe(direct.Repairs);
        rows.SelectMany(row => row.Errors).ShouldBe(direct.Errors);
        parser.Notices().ShouldBe(direct.Notices);
        sheet.Header.Number.ShouldBe(direct.Parser.Header.RowNumber);
    }

    [Fact]
    public void A_corrected_mapping_reads_the_staged_rows_anew()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("ФИО;Дата рождения;Шифр;Выпуск;Кличка;Телефон\nОльхова Вера;01.05.2007;ИС-21;2027;09.02.07;8 900 123-45-67"));
        using var file = RegisterFile.Open(stream, Options);
        List<RawRow> staged = [.. file.Rows()];
        var keys = file.CreateParser().Header.Columns.ToDictionary(column => column.Header, column => column.MappingKey);
        var mapping = new ColumnMapping(new Dictionary<string, string>
        {
            [keys["Шифр"]] = RegisterFields.Group.Key,
            [keys["Кличка"]] = RegisterFields.ProgrammeCode.Key,
            [keys["Телефон"]] = ColumnMapping.DoNotLoad,
        });

        new RegisterParser(file.Sheet, Options).Parse(staged).Single().Rejected.ShouldBeTrue();
        var parser = new RegisterParser(file.Sheet, Options with { Mapping = mapping });
        var row = parser.Parse(staged).Single().Row.ShouldNotBeNull();

        row.ShouldSatisfyAllConditions(
            _ => row.Group.Value.ShouldBe("ИС-21"), _ => row.ProgrammeCode.ShouldBe("09.02.07"), _ => row.Phone.IsBlank.ShouldBeTrue());
        parser.Notices().Single().Message.ShouldContain("«Телефон»");
    }

    [Fact]
    public void A_file_with_a_missing_column_opens_so_that_the_user_can_name_it()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("ФИО;Дата рождения;Код;Завершит\nОльхова Вера;01.05.2007;09.02.07;2027"));
        using var file = RegisterFile.Open(stream, Options);

        Should.Throw<SpreadsheetProblem>(file.CreateParser).Message.ShouldContain("«Год выпуска»");
        var mapping = new ColumnMapping(new Dictionary<string, string> { [HeaderKey.Of("Завершит")] = RegisterFields.GraduationYear.Key });
        new RegisterParser(file.Sheet, Options with { Mapping = mapping }).Parse(file.Rows()).Single().Row!.GraduationYear.ShouldBe(2027);
    }

    [Fact]
    public void Two_hundred_thousand_rows_stream_through()
    {
        var line = Encoding.UTF8.GetBytes("Ольхова Вера Ильинична;01.05.2007;09.02.07;2027\n");
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.GetBytes("ФИО;Дата рождения;Код;Выпуск\n"));
        for (var i = 0; i < 200_000; i++)
        {
            stream.Write(line);
        }

        using var file = RegisterFile.Open(stream, Options);
        var parser = file.CreateParser();

        parser.Parse(file.Rows()).Count(row => !row.Rejected).ShouldBe(200_000);
        parser.Read.ShouldBe(200_000);
    }
}
