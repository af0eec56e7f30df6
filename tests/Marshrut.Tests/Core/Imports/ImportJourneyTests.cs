using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Imports.ImportBench;

namespace Marshrut.Tests.Core.Imports;

public class ImportJourneyTests
{
    [Theory, BothDatabases]
    public async Task A_staged_file_changes_nothing_until_it_is_written(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Stage(Header, Row(1), Row(2));

        var report = await bench.Preview(id);
        (report.Created, report.Rejected).ShouldBe((2, 0));
        report.Preview.Select(row => row.Outcome).ShouldAllBe(outcome => outcome == RowOutcome.Created);
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(0);

        await bench.Queue(id);
        await bench.Work(id);
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(2);
        (await bench.Find(id)).State.ShouldBe(ImportState.Applied);
    }

    [Theory, BothDatabases]
    public async Task The_same_file_again_changes_nothing(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        await bench.Import(Header, Row(1), Row(2));

        var report = await bench.Preview(await bench.Stage(Header, Row(1), Row(2)));

        (report.Created, report.Updated, report.Unchanged).ShouldBe((0, 0, 2));
    }

    [Theory, BothDatabases]
    public async Task A_preview_is_made_anew_when_the_register_has_changed_meanwhile(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var waiting = await bench.Stage(Header, Row(1), Row(2));
        (await bench.Preview(waiting)).Created.ShouldBe(2);

        await bench.Import(Header, Row(1));

        (await bench.Preview(waiting)).ShouldSatisfyAllConditions(report => report.Created.ShouldBe(1), report => report.Unchanged.ShouldBe(1));
    }

    [Theory, BothDatabases]
    public async Task Two_imports_of_one_file_at_once_make_each_person_once(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        string[] lines = [Header, .. Enumerable.Range(1, 50).Select(number => Row(number))];
        var first = await bench.Stage(lines);
        var second = await bench.Stage(lines);
        await bench.Queue(first);
        await bench.Queue(second);

        await Task.WhenAll(Apply(bench, first), Apply(bench, second));

        (await bench.Read(db => db.People.CountAsync())).ShouldBe(50);
        var runs = new[] { await bench.Find(first), await bench.Find(second) };
        runs.Select(run => run.Created).Order().ShouldBe([0, 50]);
        runs.Sum(run => run.Unchanged).ShouldBe(50);
    }

    /// <summary>Two requests: one has read the import and is slow, the other writes it meanwhile.</summary>
    [Theory, BothDatabases]
    public async Task Who_has_read_the_import_before_somebody_else_wrote_it_does_not_order_it_again(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Stage(Header, Row(1), Row(2));
        await bench.Run(async slow =>
        {
            await slow.GetRequiredService<PreviewImport>().Preview(id, CancellationToken.None);
            await slow.GetRequiredService<MarshrutDb>().Imports.SingleAsync(row => row.Id == id);
            await bench.Queue(id);
            await bench.Work(id);

            (await Should.ThrowAsync<RuleViolation>(() => slow.GetRequiredService<QueueImport>().Queue(id, false, null, CancellationToken.None))).Code.ShouldBe("import-not-staged");
            await Should.ThrowAsync<RuleViolation>(() => slow.GetRequiredService<DiscardImport>().Discard(id, CancellationToken.None));
            await Should.ThrowAsync<RuleViolation>(() => slow.GetRequiredService<CorrectColumns>().Correct(id, new Dictionary<string, string>(), CancellationToken.None));
        });

        (await bench.Find(id)).ShouldSatisfyAllConditions(run => run.State.ShouldBe(ImportState.Applied), run => run.Created.ShouldBe(2));
        (await bench.Preview(id)).Created.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_job_begun_anew_after_its_commit_does_not_write_twice(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Import(Header, Row(1), Row(2));
        var before = await bench.Find(id);
        var ledger = await bench.Read(db => db.Evidence.CountAsync());

        var again = await bench.Work(id);

        again.State.ShouldBe(JobState.Done);
        (await bench.Find(id)).ShouldSatisfyAllConditions(
            run => run.State.ShouldBe(ImportState.Applied), run => run.AppliedAt.ShouldBe(before.AppliedAt), run => run.Created.ShouldBe(2));
        (await bench.Read(db => db.Evidence.CountAsync())).ShouldBe(ledger);
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == "import.applied"))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Everything_or_nothing_writes_nothing_while_a_row_is_rejected(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Stage(Header, Row(1), "2;;Вера;01.05.2007;09.02.07;2027;;");
        await bench.Queue(id, allOrNothing: true);

        (await Should.ThrowAsync<RuleViolation>(() => bench.Work(id))).Code.ShouldBe("rejected-rows");

        (await bench.Read(db => db.People.CountAsync())).ShouldBe(0);
        (await bench.Find(id)).ShouldSatisfyAllConditions(
            run => run.State.ShouldBe(ImportState.Failed), run => run.Failure.ShouldNotBeNull().ShouldContain("отклонённых строк: 1"));

        await bench.Queue(id);
        await bench.Work(id);
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_discarded_file_leaves_no_rows_behind(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Stage(Header, Row(1));
        await bench.Preview(id);

        await bench.Run(services => services.GetRequiredService<DiscardImport>().Discard(id, CancellationToken.None));

        (await bench.Find(id)).ShouldSatisfyAllConditions(run => run.State.ShouldBe(ImportState.Discarded), run => run.Report.ShouldBeNull());
        (await bench.Read(db => db.ImportChunks.CountAsync())).ShouldBe(0);
        (await Should.ThrowAsync<RuleViolation>(() => bench.Queue(id))).Code.ShouldBe("import-not-staged");
    }

    [Theory, BothDatabases]
    public async Task Corrected_columns_are_remembered_for_the_next_file_once_it_is_written(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        string[] lines = ["Фамилия;Имя;Дата рождения;Код направления;Завершит;Телефон", "Ольхова;Вера;01.05.2007;09.02.07;2027;+79001234567"];
        var id = await bench.Stage(lines);
        (await Columns(bench, id)).Missing.ShouldBe(["Год выпуска"]);
        await Should.ThrowAsync<SpreadsheetProblem>(() => bench.Preview(id));

        await Correct(bench, id, ("Завершит", "graduationYear"), ("Телефон", ColumnMapping.DoNotLoad));
        (await Columns(bench, await bench.Stage(lines))).Missing.ShouldBe(["Год выпуска"], "not written yet, so not remembered");
        await bench.Queue(id);
        await bench.Work(id);

        var next = await Columns(bench, await bench.Stage(lines));
        next.Missing.ShouldBeEmpty();
        next.Columns.Single(column => column.Header == "Завершит").Recognition.ShouldBe(ColumnRecognition.AsDecided);
        next.Columns.Single(column => column.Header == "Имя").Recognition.ShouldBe(ColumnRecognition.ByName);
        (await bench.Read(db => db.People.SingleAsync())).Phone.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Two_columns_for_one_field_are_refused_by_name(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Stage("Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Связь;Телефон", "Ольхова;Вера;01.05.2007;09.02.07;2027;1;2");

        var refusal = await Should.ThrowAsync<RuleViolation>(() => Correct(bench, id, ("Связь", "phone")));

        refusal.Message.ShouldContain("«Связь», «Телефон»");
    }

    [Theory, BothDatabases]
    public async Task Offences_never_stand_anywhere_R1(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var secret = "тайна-из-закрытого-столбца";
        var id = await bench.Stage(Header + ";Ранее совершал правонарушения", Row(1) + ";" + secret, "2;;Вера;01.05.2007;09.02.07;2027;;;" + secret);
        var columns = await Columns(bench, id);
        var report = await bench.Preview(id);
        await bench.Queue(id);
        await bench.Work(id);
        using var workbook = new MemoryStream();
        (await bench.Run(services => services.GetRequiredService<WriteImportErrors>().Write(id, workbook, CancellationToken.None))).ShouldBeTrue();

        columns.Columns.Single(column => column.Recognition == ColumnRecognition.NotHeld).Sample.ShouldBeNull();
        columns.Fields.ShouldNotContain(field => RegisterFields.Restricted.Contains(field));
        var kept = await bench.Run(async services => (await services.GetRequiredService<StagedImports>().Find(id, CancellationToken.None))!);
        kept.Rows().SelectMany(row => row.Cells).Select(cell => cell.Shown()).ShouldNotContain(secret);
        System.Text.Json.JsonSerializer.Serialize(report, new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldNotContain(secret);
        Cells(workbook).ShouldNotContain(cell => cell.Contains(secret));
    }

    [Theory, BothDatabases]
    public async Task The_error_workbook_is_the_users_sheet_with_reasons_beside_R51(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Import(Header, Row(1), "2;;Вера;01.05.2007;09.02.07;2027;не телефон;");
        using var workbook = new MemoryStream();

        (await bench.Run(services => services.GetRequiredService<WriteImportErrors>().Write(id, workbook, CancellationToken.None))).ShouldBeTrue();

        var cells = Cells(workbook);
        cells.ShouldContain("Что исправить");
        cells.ShouldContain("не телефон");
        cells.ShouldContain(cell => cell.Contains("Фамилия: " + ImportMessages.Required("Фамилия")) && cell.Contains("Телефон: " + ImportMessages.BadPhone));
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == "export.written"))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Another_organisation_sees_neither_the_import_nor_its_rows(DatabaseProvider provider)
    {
        await using var bench = await Create(provider);
        var id = await bench.Stage(Header, Row(1));
        var stranger = new ImportBench(bench.Database, await bench.Database.AddOrganization());

        (await stranger.Run(services => services.GetRequiredService<PreviewImport>().Preview(id, CancellationToken.None))).ShouldBeNull();
        (await stranger.Run(services => services.GetRequiredService<ShowImportColumns>().Show(id, CancellationToken.None))).ShouldBeNull();
        (await stranger.Run(services => services.GetRequiredService<ShowImportProgress>().Show(id, CancellationToken.None))).ShouldBeNull();
        (await stranger.Run(services => services.GetRequiredService<ListImports>().List(null, 10, CancellationToken.None))).ShouldBeEmpty();
        await Should.ThrowAsync<RuleViolation>(() => stranger.Queue(id));
    }

    private static Task Apply(ImportBench bench, long id) => bench.Run(async services =>
    {
        var run = await services.GetRequiredService<MarshrutDb>().Imports.AsNoTracking().SingleAsync(row => row.Id == id);
        var register = await services.GetRequiredService<StagedImports>().Get(id, CancellationToken.None);
        var options = await services.GetRequiredService<RegisterIntake>().Options(CancellationToken.None);
        await services.GetRequiredService<ApplyRegister>().Apply(new ApplyRegisterInput(run.FileName, register, options, ImportId: id), CancellationToken.None);
    });

    private static Task<ImportColumns> Columns(ImportBench bench, long id) => bench.Run(async services =>
        (await services.GetRequiredService<ShowImportColumns>().Show(id, CancellationToken.None)).ShouldNotBeNull());

    private static async Task Correct(ImportBench bench, long id, params (string Header, string Key)[] decided)
    {
        var columns = await Columns(bench, id);
        var chosen = decided.ToDictionary(pair => columns.Columns.Single(column => column.Header == pair.Header).MappingKey, pair => pair.Key);
        await bench.Run(services => services.GetRequiredService<CorrectColumns>().Correct(id, chosen, CancellationToken.None));
    }

    private static List<string> Cells(MemoryStream workbook)
    {
        workbook.Position = 0;
        using var reader = SpreadsheetReader.Open(workbook);
        return [.. reader.Rows(reader.Sheets[0]).SelectMany(row => row.Cells).Select(cell => cell.Shown())];
    }
}
