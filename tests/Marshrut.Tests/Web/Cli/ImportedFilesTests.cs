using System.IO.Compression;
using System.Text;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Spreadsheets.Writing;
using Marshrut.Seeding.Samples;
using Marshrut.Tests.Core.Imports;
using Marshrut.Tests.Core.Platform.Spreadsheets;
using Marshrut.Tests.TestDatabases;
using static Marshrut.Tests.Core.Platform.Spreadsheets.HandMadeWorkbook;

namespace Marshrut.Tests.Web.Cli;

/// <summary>Real files through the real command, on both databases: what comes in, what is refused, and what a file of ours does when it comes back.</summary>
public class ImportedFilesTests
{
    private const int Rows = 200_000;
    private const int RejectedEvery = 1_000;
    private static readonly string[] HeaderCells = ["Идентификатор", "Фамилия", "Имя", "Дата рождения", "Код направления", "Год выпуска", "Группа"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Dirty_files_come_in_and_account_for_every_row(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);

        var dirty = await Import(bench, Sample(SampleFiles.DirtyRegister));
        dirty.ExitCode.ShouldBe(1, dirty.Errors);
        Counts(dirty).ShouldBe((60, 54, 0, 0, 6));
        Codes(dirty, "errors").ShouldBe(
            ["required", "bad-date", "bad-code", "initials", "initials", "duplicate-in-file", "bad-snils", "bad-phone", "bad-email", "bad-course", "bad-year", "formula-error", "bad-yes-no", "no-health-consent"]);
        Codes(dirty, "repairs").ShouldBe(
            ["code-was-date", "code-tail", "code-tail", "code-format", "latin-letters", "spaces", "spaces", "course-text", "course-text", "year-from-date"]);
        Counts(await Import(bench, Sample(SampleFiles.DirtyRegister))).ShouldBe((60, 0, 0, 54, 6), "the same file again changes nothing");

        foreach (var name in new[] { "register.xls", "register-libreoffice.xlsx" })
        {
            var other = new ImportBench(bench.Database, await bench.Database.AddOrganization());
            var run = await Import(other, Kept(name));
            Counts(run).ShouldBe((3, 3, 0, 0, 0), name + run.Errors);
            Codes(run, "notices").Take(3).ShouldBe(["hidden-rows", "hidden-columns", "other-sheets"]);
        }

        var old = new HandMadeWorkbook { From1904 = true };
        var day = old.Format("dd.mm.yyyy");
        old.Sheet("Лист", Row(HeaderCells) + $"<row>{Inline("Д-1904")}{Inline("Ольхова")}{Inline("Вера")}{Number("37741", day)}{Inline("09.02.07")}{Number("2027")}{Inline("ИС-21")}</row>");
        Counts(await Import(bench, await Write(bench, "1904.xlsx", old.ToStream()))).ShouldBe((1, 1, 0, 0, 0));
        var people = await bench.Read(db => Task.FromResult(db.People.Where(person => db.Enrolments.Any(row => row.PersonId == person.Id && row.ExternalId == "Д-1904")).ToList()));
        people.Single().BirthDate.ShouldBe(new DateOnly(2007, 5, 1));
    }

    [Theory, BothDatabases]
    public async Task Files_that_are_no_registers_are_refused_with_2_a_code_and_a_sentence(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        using var bomb = new HandMadeWorkbook().Sheet("Лист", Row(HeaderCells) + new string(' ', 64 << 20)).ToStream();
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("readme.txt").Open();
            await entry.WriteAsync("просто архив"u8.ToArray(), Cancel);
        }

        (string File, string Code)[] files =
        [
            (Kept("password.xlsx"), SpreadsheetProblemCodes.PasswordProtected),
            (Kept("password.xls"), SpreadsheetProblemCodes.PasswordProtected),
            (await Write(bench, "empty.xlsx", Stream.Null), SpreadsheetProblemCodes.EmptyFile),
            (await Write(bench, "zip.xlsx", zip), SpreadsheetProblemCodes.NotAWorkbook),
            (await Write(bench, "bomb.xlsx", bomb), SpreadsheetProblemCodes.ZipBomb),
        ];
        foreach (var (file, code) in files)
        {
            var run = await Import(bench, file);

            run.ExitCode.ShouldBe(2, file);
            run.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
            run.Errors.Trim().ShouldBe(run.Json.GetProperty("error").GetProperty("message").GetString());
        }

        (await bench.Read(db => Task.FromResult(db.Imports.Count()))).ShouldBe(0);
    }

    /// <summary>On one database: this is about the length of the file, and what is written is the same rows.</summary>
    [Fact]
    public async Task Two_hundred_thousand_rows_come_in_by_command_and_every_row_is_accounted_for()
    {
        await using var bench = await ImportBench.Create(DatabaseProvider.Postgres);
        var file = Path.Combine(bench.Database.Settings.StoragePath, "large.xlsx");
        WriteLarge(file);

        var run = await Import(bench, file);

        run.ExitCode.ShouldBe(1, run.Errors);
        Counts(run).ShouldBe((Rows, Rows - (Rows / RejectedEvery), 0, 0, Rows / RejectedEvery));
        run.Json.GetProperty("errors").GetArrayLength().ShouldBe(Rows / RejectedEvery);
        (await bench.Read(db => Task.FromResult(db.Enrolments.Count()))).ShouldBe(Rows - (Rows / RejectedEvery));
    }

    [Theory, BothDatabases]
    public async Task An_exported_list_that_comes_back_changes_nothing(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        var settings = bench.Database.Settings;
        string[] lines =
        [
            "Идентификатор;Фамилия;Имя;Отчество;Дата рождения;Код направления;Год выпуска;Телефон;Группа;Резюме или занятия по поиску работы",
            "'-12;Ольхова;Вера;Ильинична;01.05.2007;09.02.07;2027;'+79001234567;'=ИС-21;нет",
            "@7;О'Нил;Пётр;;02.05.2007;15.02.16;2027;;'+21;да",
            "3;Салтыков-Щедрин;Олег;Эльчин оглы;03.05.2007;99.02.99;2026;+79001234568;\"А; \"\"Б\"\"\";",
        ];
        using var register = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Counts(await Import(bench, await Write(bench, "register.csv", register))).ShouldBe((3, 3, 0, 0, 0));
        (await CommandRun.Of(settings, "assess", "--org", bench.Organization.Code, "--as-of", "2026-11-23")).ExitCode.ShouldBe(0);
        (await bench.Read(db => Task.FromResult(db.Enrolments.Select(row => row.Group!).ToList()))).Order(StringComparer.Ordinal).ShouldBe(["+21", "=ИС-21", "А; \"Б\""]);

        foreach (var format in new[] { "csv", "xlsx" })
        {
            var list = Path.Combine(settings.StoragePath, "list." + format);
            (await CommandRun.Of(settings, "export", "assessments", "--org", bench.Organization.Code, "--format", format, "--out", list)).ExitCode.ShouldBe(0);

            var back = await Import(bench, list);

            back.ExitCode.ShouldBe(0, back.Output);
            Counts(back).ShouldBe((3, 0, 0, 3, 0), format + back.Output);
            back.Json.GetProperty("missingFromFile").GetInt32().ShouldBe(0);
            back.Json.GetProperty("repaired").GetInt32().ShouldBe(0);
            back.Json.GetProperty("errors").GetArrayLength().ShouldBe(0);
        }
    }

    private static void WriteLarge(string path)
    {
        using var file = File.Create(path);
        using var xlsx = new XlsxWriter(file, "Студенты", [.. ImportBench.Header.Split(';').Select(_ => 12.0)]);
        foreach (var row in Enumerable.Range(0, Rows + 1))
        {
            var cells = (row == 0 ? ImportBench.Header : ImportBench.Row(row)).Split(';');
            if (row > 0 && row % RejectedEvery == 0)
            {
                cells[1] = "";
            }

            xlsx.StartRow();
            foreach (var cell in cells)
            {
                xlsx.Text(cell);
            }
        }
    }

    private static Task<CommandRun> Import(ImportBench bench, string file) =>
        CommandRun.Of(bench.Database.Settings, "import", "students", file, "--org", bench.Organization.Code, "--json");

    private static (int Read, int Created, int Updated, int Unchanged, int Rejected) Counts(CommandRun run)
    {
        var json = run.Json;
        return (Count("read"), Count("created"), Count("updated"), Count("unchanged"), Count("rejected"));
        int Count(string name) => json.GetProperty(name).GetInt32();
    }

    private static IEnumerable<string> Codes(CommandRun run, string list) => run.Json.GetProperty(list).EnumerateArray().Select(item => item.GetProperty("code").GetString()!);

    private static string Kept(string name) => Path.Combine(AppContext.BaseDirectory, "Files", name);

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "samples", name);

    private static async Task<string> Write(ImportBench bench, string name, Stream content)
    {
        var path = Path.Combine(bench.Database.Settings.StoragePath, name);
        await using var file = File.Create(path);
        if (content.CanSeek)
        {
            content.Position = 0;
        }

        await content.CopyToAsync(file, Cancel);
        return path;
    }
}
