using Marshrut.Core.Imports;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.Web.Cli;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Core.Imports;

/// <summary>Commands of true processes into one organisation at the same moment: one waits for the other, and both say what they did.</summary>
public class ImportsAtOnceTests
{
    private const int People = 3_000;
    private const int Shared = 1_000;

    [Theory, BothDatabases]
    public async Task The_same_file_twice_at_once_makes_each_person_once(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        var file = await bench.WriteFile(People);

        var runs = await Task.WhenAll(Import(bench, file), Import(bench, file));

        runs.ShouldAllBe(run => run.ExitCode == 0 && run.Errors.Length == 0);
        runs.Select(run => Count(run, "created")).Order().ShouldBe([0, People]);
        runs.Sum(run => Count(run, "unchanged")).ShouldBe(People);
        await ShouldHold(bench, people: People, ledgerRows: People);
    }

    [Theory, BothDatabases]
    public async Task Two_files_that_share_people_at_once_account_for_every_row(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        var first = await bench.WriteFile(People);
        var second = Path.Combine(bench.Database.Settings.StoragePath, "second.csv");
        await File.WriteAllTextAsync(second, ImportBench.Text(People - Shared + 1, (2 * People) - Shared, "ИС-22"), TestContext.Current.CancellationToken);

        var runs = await Task.WhenAll(Import(bench, first), Import(bench, second));

        runs.ShouldAllBe(run => run.ExitCode == 0 && run.Errors.Length == 0);
        runs.ShouldAllBe(run => Count(run, "read") == People && Count(run, "created") + Count(run, "updated") + Count(run, "unchanged") + Count(run, "rejected") == People);
        runs.Sum(run => Count(run, "created")).ShouldBe((2 * People) - Shared);
        runs.Select(run => Count(run, "updated")).Order().ShouldBe([0, Shared]);
        await ShouldHold(bench, people: (2 * People) - Shared, ledgerRows: 2 * People);
    }

    private static Task<CommandRun> Import(ImportBench bench, string file) =>
        CommandRun.Of(bench.Database.Settings, "import", "students", file, "--org", bench.Organization.Code, "--json");

    private static int Count(CommandRun run, string name) => run.Json.GetProperty(name).GetInt32();

    private static async Task ShouldHold(ImportBench bench, int people, int ledgerRows)
    {
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(people);
        (await bench.Read(db => db.Enrolments.Select(row => row.ExternalId).Distinct().CountAsync())).ShouldBe(people);
        (await bench.Read(db => db.Evidence.CountAsync())).ShouldBe(ledgerRows);
        (await bench.Read(db => db.Imports.CountAsync(row => row.State == ImportState.Applied))).ShouldBe(2);
        (await bench.Read(db => db.Organizations.Where(row => row.Id == bench.Organization.Id).Select(row => row.RegisterVersion).SingleAsync())).ShouldBe(2);
        (await CommandRun.Of(bench.Database.Settings, "audit", "verify")).ExitCode.ShouldBe(0);
    }
}
