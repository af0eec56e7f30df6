using Marshrut.Core.Imports;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Register.Marking;
using Marshrut.Rules.Risk;
using Marshrut.Tests.Core.Imports.Applying;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Register.Marking;

public class GroupSheetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What a master fills in comes back through the importer: a blank cell changes nothing, a value is a fact of the file.</summary>
    [Theory, BothDatabases]
    public async Task A_sheet_goes_out_empty_and_comes_back_filled_in(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Proposed(Line(1, "Ольхова", orphan: "нет"), Line(2, "Липова", orphan: "нет"), Line(3, "Чужова").Replace("ИС-41", "ИС-42", StringComparison.Ordinal));

        var rows = await Sheet(bench, "ИС-41");

        rows[0].ShouldHaveSingleItem().ShouldStartWith("Заполните пустые столбцы");
        var header = rows[1];
        header.Take(8).ShouldBe(["Идентификатор", "Фамилия", "Имя", "Отчество", "Дата рождения", "Код направления", "Год выпуска", "Группа"]);
        header.Skip(8).ShouldBe(MarkPeople.Choices.Select(choice => choice.Title));
        header.ShouldNotContain("Инвалидность или ОВЗ");
        rows.Skip(2).Select(row => row[1]).ShouldBe(["Липова", "Ольхова"]);
        rows.Skip(2).SelectMany(row => row.Skip(8)).Where(cell => cell.Length > 0).ShouldBeEmpty("what is known already does not leave");

        var asked = header.IndexOf(MarkPeople.Choices.Single(choice => choice.Fact == FactCode.EmployerContact).Title);
        List<string> Filled(List<string> row, string said) => [.. row.Concat(Enumerable.Repeat("", header.Count)).Take(header.Count).Select((cell, place) => place == asked ? said : cell)];
        var back = rows.Skip(2).Select((row, place) => string.Join(';', Filled(row, place == 0 ? "да" : ""))).Prepend(string.Join(';', header)).ToArray();
        await bench.Use<IServiceProvider, bool>(bench.College, async services =>
        {
            var report = await RegisterFileOf.Apply(services, back);
            (report.Rejected, report.Updated, report.Unchanged).ShouldBe((0, 1, 1));
            return true;
        });
    }

    /// <summary>The file itself, note and all: nothing was filled in, so nothing changes.</summary>
    [Theory, BothDatabases]
    public async Task The_file_as_it_went_out_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Proposed(Line(1, "Ольхова"), Line(2, "Липова"));
        using var file = new MemoryStream();
        await bench.Use<WriteGroupSheet, int>(bench.College, sheet => sheet.Write("ИС-41", file, Cancel));
        file.Position = 0;

        var report = await bench.Use<RegisterIntake, ImportReport>(bench.College, async intake =>
        {
            var options = await intake.Options(Cancel);
            return await intake.Preview(intake.Stage(file, options, Cancel), options, Cancel);
        });

        (report.Read, report.Unchanged, report.Rejected).ShouldBe((2, 2, 0));
        MarkPeople.Choices.SelectMany(choice => choice.Values).ShouldAllBe(pair => !pair.Words.Contains(','), "a comma would part a choice in two");
    }

    [Theory, BothDatabases]
    public async Task Nobody_s_group_is_told_in_words(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Proposed(Line(1, "Ольхова"));
        foreach (var group in new[] { null, "", "нет такой" })
        {
            (await Should.ThrowAsync<RuleViolation>(() => Sheet(bench, group))).Code.ShouldBe("group-empty");
        }

        var other = await database.AddOrganization();
        (await Should.ThrowAsync<RuleViolation>(() => bench.Use<WriteGroupSheet, int>(other, sheet => sheet.Write("ИС-41", new MemoryStream(), Cancel)))).Code.ShouldBe("group-empty");
        (await bench.Use<MarshrutDb, int>(bench.College, db => db.AuditEntries.CountAsync(row => row.SubjectKind == "enrolments", Cancel))).ShouldBe(0);
    }

    private static async Task<List<List<string>>> Sheet(HandoverBench bench, string? group)
    {
        using var file = new MemoryStream();
        await bench.Use<WriteGroupSheet, int>(bench.College, sheet => sheet.Write(group, file, Cancel));
        file.Position = 0;
        using var reader = SpreadsheetReader.Open(file);
        return [.. reader.Rows(reader.Sheets[0]).Select(row => row.Cells.Select(cell => cell.Text ?? "").ToList())];
    }
}
