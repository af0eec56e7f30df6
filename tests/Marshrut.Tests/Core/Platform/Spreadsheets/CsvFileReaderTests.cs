using System.Text;
using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Tests.Core.Platform.Spreadsheets;

public class CsvFileReaderTests
{
    private const string Register = "Фамилия;Имя;Телефон\r\nЁлкина;Анна;8 900 123-45-67, 8 901 765-43-21\r\nОльхов;Пётр;\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "windows-1251", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_usual_encoding_is_found_by_content(string encoding)
    {
        Encoding known = encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "utf-16" => Encoding.Unicode,
            _ => LegacyEncodings.Windows1251,
        };

        var rows = Read([.. known.GetPreamble(), .. known.GetBytes(Register)]);

        Shown(rows).ShouldBe(["Фамилия|Имя|Телефон", "Ёлкина|Анна|8 900 123-45-67, 8 901 765-43-21", "Ольхов|Пётр"]);
    }

    [Fact]
    public void A_letter_cut_by_the_edge_of_the_buffer_is_still_utf8()
    {
        var text = "а;б\n" + new string('x', (256 * 1024) - 9) + "я" + new string('ю', 300_000);

        Encoding.UTF8.GetByteCount(text).ShouldBeGreaterThan(256 * 1024);
        Read(Encoding.UTF8.GetBytes(text), new SpreadsheetLimits { CellCharacters = 1_000_000 })[1][0].Shown().ShouldContain("яюю");
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    public void The_separator_is_the_one_that_stands_in_every_line(char separator)
    {
        var text = string.Join('\n', ["Список, группа ИС-21; весна", "Фамилия|Имя|Год", "\"Ольхов; Пётр, с\"|Анна|2027", "Ясенев|Пётр|2026"]).Replace('|', separator);

        Shown(Read(text))[^1].ShouldBe("Ясенев|Пётр|2026");
    }

    [Fact]
    public void A_line_that_names_the_separator_is_obeyed_and_is_no_row() =>
        Read("sep=;\r\nа;б\r\n").Select(row => (row.Number, row[0].Shown())).ShouldBe([(2, "а")]);

    [Fact]
    public void A_row_is_numbered_by_the_line_where_it_begins()
    {
        var rows = Read("а;б\r\n\r\n\"первая\r\nвторая\";1\r\nстрого;2\r\n;;\r\nконец;3");

        rows.Select(row => (row.Number, row[0].Shown())).ShouldBe([(1, "а"), (3, "первая\r\nвторая"), (5, "строго"), (7, "конец")]);
    }

    [Fact]
    public void Quotation_marks_inside_a_cell_do_no_harm() =>
        Shown(Read("а;б;в\nИв\"а\"н;\"ООО \"\"Ёж\"\"\";3\n")).Last().ShouldBe("Ив\"а\"н|ООО \"Ёж\"|3");

    [Fact]
    public void An_unclosed_quotation_mark_ends_in_a_sentence_and_not_in_memory()
    {
        var text = new StringBuilder("а;б\n\"начало;1\n");
        for (var i = 0; i < 200_000; i++)
        {
            text.Append("строка;").Append(i).Append('\n');
        }

        Should.Throw<SpreadsheetProblem>(() => Read(text.ToString())).Code.ShouldBe(SpreadsheetProblemCodes.CellTooLong);
    }

    [Fact]
    public void A_csv_named_xlsx_is_read_by_its_content() => Shown(Read("а;б\n1;2\n")).ShouldBe(["а|б", "1|2"]);

    private static string[] Shown(IEnumerable<RawRow> rows) => [.. rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Shown())))];

    private static List<RawRow> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<RawRow> Read(byte[] file, SpreadsheetLimits? limits = null)
    {
        using var stream = new MemoryStream(file);
        using var reader = SpreadsheetReader.Open(stream, limits);
        return [.. reader.Rows(reader.Sheets.Single())];
    }
}
