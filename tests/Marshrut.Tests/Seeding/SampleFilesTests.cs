using Marshrut.Core.Imports;
using Marshrut.Core.Imports.StatisticsFiles;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Seeding.Samples;
using Marshrut.Tests.TestDatabases;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Seeding;

[Collection(DemoDatabaseCollection.Name)]
public class SampleFilesTests(DemoDatabase demo)
{
    private static readonly SampleFiles Files = new(SampleFiles.KeptDay);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Files.All.Select(file => file.Name)];

    /// <summary>With <c>MARSHRUT_WRITE_SAMPLES</c> naming a folder the files are written there instead: the way to renew them.</summary>
    [Theory, MemberData(nameof(Names))]
    public void A_kept_file_is_what_the_builder_makes(string name)
    {
        using var made = new MemoryStream();
        Files.All.Single(file => file.Name == name).Write(made);
        if (Environment.GetEnvironmentVariable("MARSHRUT_WRITE_SAMPLES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), made.ToArray());
        }

        using var kept = Open(name);
        Content(kept).Except(Content(made)).FirstOrDefault().ShouldBeNull("the kept file is another one: renew it");
        Content(kept).Count.ShouldBe(Content(made).Count);
    }

    [Fact]
    public async Task The_clean_register_continues_the_demo()
    {
        var report = await Preview("zpk", SampleFiles.CleanRegister);

        report.Read.ShouldBeInRange(300, 420);
        report.Rejected.ShouldBe(0);
        report.Repaired.ShouldBe(0);
        report.Errors.ShouldBeEmpty();
        report.Created.ShouldBe(24);
        report.Updated.ShouldBeInRange(50, 130);
        report.Unchanged.ShouldBe(report.Read - report.Created - report.Updated);
    }

    [Fact]
    public async Task Each_dirt_of_the_dirty_register_is_met_as_it_says()
    {
        var report = await Preview("zpk", SampleFiles.DirtyRegister);

        report.Errors.Select(error => (error.Row, error.Code)).ShouldBe(
        [
            (11, "required"), (12, "bad-date"), (17, "bad-code"), (21, "initials"), (21, "initials"), (26, "duplicate-in-file"), (30, "bad-snils"), (33, "bad-phone"), (34, "bad-email"),
            (37, "bad-course"), (39, "bad-year"), (41, "unknown-district"), (43, "formula-error"), (48, "bad-yes-no"), (50, "no-health-consent"),
        ]);
        report.Read.ShouldBe(60);
        report.Rejected.ShouldBe(6);
        report.Repairs.Select(repair => (repair.Row, repair.Code)).ShouldBe(
        [
            (13, "code-was-date"), (14, "code-tail"), (15, "code-tail"), (16, "code-format"), (19, "latin-letters"), (20, "spaces"), (24, "spaces"), (35, "course-text"),
            (36, "course-text"), (38, "year-from-date"),
        ]);
        report.Repaired.ShouldBe(10);
        report.PossibleDuplicates.ShouldBe(1);
        report.Notices.Select(notice => notice.Code).ShouldContain("unknown-programmes");
    }

    [Fact]
    public async Task The_csv_register_is_read_in_its_own_encoding()
    {
        var report = await Preview("ktu", SampleFiles.CsvRegister);

        (report.Read, report.Created, report.Rejected, report.Repaired, report.Errors.Count).ShouldBe((120, 120, 0, 0, 0));
        report.Preview.ShouldContain(row => row.Name.Contains('ё'));
    }

    [Theory]
    [InlineData(SampleFiles.StatisticsCsv)]
    [InlineData(SampleFiles.StatisticsXlsx)]
    public async Task Statistics_come_in_whole(string name)
    {
        await using var database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        await using var scope = database.EnterInstallation();
        await using var file = Open(name);

        var report = await scope.ServiceProvider.GetRequiredService<ImportStatistics>().Import(file, "00", Stop);

        report.Rejected.ShouldBe(0);
        report.Errors.ShouldBeEmpty();
        report.Created.ShouldBeGreaterThan(600);
    }

    private async Task<ImportReport> Preview(string organization, string name)
    {
        await using var scope = demo.Database.Enter(await demo.Find(organization));
        var intake = scope.ServiceProvider.GetRequiredService<RegisterIntake>();
        var options = await intake.Options(Stop);
        await using var file = Open(name);
        return await intake.Preview(intake.Stage(file, options, Stop), options, Stop);
    }

    private static FileStream Open(string name) => File.OpenRead(Path.Combine(AppContext.BaseDirectory, "samples", name));

    /// <summary>Every sheet, row and cell as text: the packing of an xlsx may differ from one runtime to another.</summary>
    private static List<string> Content(Stream file)
    {
        file.Position = 0;
        using var reader = SpreadsheetReader.Open(file);
        return
        [
            .. reader.Sheets.SelectMany(sheet => reader.Rows(sheet).Select(row =>
                $"{sheet.Name}!{row.Number} {row.Hidden}: {string.Join(" | ", row.Cells.Select(cell => $"{cell.Kind} {cell.Shown()}"))}")),
        ];
    }
}
