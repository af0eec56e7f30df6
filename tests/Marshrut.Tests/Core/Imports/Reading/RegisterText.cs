using System.Text;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Tests.Core.Imports.Reading;

/// <summary>A register read whole, for tests: rows and what was said of them.</summary>
internal sealed record ReadRegister(IReadOnlyList<ParsedRow> Rows, IReadOnlyList<ReadingNotice> Notices, RegisterParser Parser)
{
    public IEnumerable<CellError> Errors => Rows.SelectMany(row => row.Errors);

    public IEnumerable<CellRepair> Repairs => Rows.SelectMany(row => row.Repairs);

    /// <summary>The only row that came in.</summary>
    public RegisterRow Row => Rows.Single().Row.ShouldNotBeNull(string.Join("; ", Errors.Select(error => error.Message)));

    public ReadingNotice? Notice(string code) => Notices.SingleOrDefault(notice => notice.Code == code);
}

/// <summary>Builds small registers as text and reads any file as a register.</summary>
internal static class RegisterText
{
    /// <summary>The day of import in these tests: graduates of 2027 are on their last course.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly RegisterReadingOptions Options = new() { Today = Today };

    /// <summary>Reads one row: a good one of a student, with the columns of <paramref name="changed"/> («header», «cell») put over it.</summary>
    public static ReadRegister One(params (string Header, string Cell)[] changed) => One(Options, changed);

    public static ReadRegister One(RegisterReadingOptions options, params (string Header, string Cell)[] changed)
    {
        var cells = new Dictionary<string, string>
        {
            ["Фамилия"] = "Ольхова",
            ["Имя"] = "Вера",
            ["Дата рождения"] = "01.05.2007",
            ["Код направления"] = "09.02.07",
            ["Год выпуска"] = "2027",
        };
        foreach (var (header, cell) in changed)
        {
            cells[header] = cell;
        }

        return Csv(options, string.Join('\t', cells.Keys.Select(Quoted)), string.Join('\t', cells.Values.Select(Quoted)));
    }

    public static ReadRegister Csv(params string[] lines) => Csv(Options, lines);

    public static ReadRegister Csv(RegisterReadingOptions options, params string[] lines) =>
        File(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), options);

    public static ReadRegister File(Stream stream, RegisterReadingOptions? options = null)
    {
        using (stream)
        {
            using var file = RegisterFile.Open(stream, options ?? Options);
            var parser = file.CreateParser();
            List<ParsedRow> rows = [.. parser.Parse(file.Rows())];
            return new ReadRegister(rows, parser.Notices(), parser);
        }
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"")}\"";
}
