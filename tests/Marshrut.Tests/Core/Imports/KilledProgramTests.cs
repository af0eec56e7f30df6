using System.Diagnostics;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.Web.Cli;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Imports;

/// <summary>The program itself, ended by SIGKILL in the middle of its work: nothing or everything is left (R37).</summary>
public sealed class KilledProgramTests
{
    private const int ImportRows = 30_000;
    private const int AssessedRows = 4_000;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(400);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_import_that_was_killed_while_it_held_the_register_leaves_nothing_and_the_next_goes_straight_through(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        var file = await bench.WriteFile(ImportRows);
        using (var killed = Start(bench, "import", "students", file))
        {
            while (!await bench.Database.Settings.IsBeingWritten())
            {
                killed.HasExited.ShouldBeFalse("the import was over before it was seen to write");
                await Task.Delay(20, Cancel);
            }

            await Kill(killed);
        }

        (await bench.Read(db => db.People.CountAsync())).ShouldBe(0);
        (await bench.Read(db => db.Imports.CountAsync())).ShouldBe(0);
        await Complete(bench, "import", "students", file);

        (await bench.Read(db => db.People.CountAsync())).ShouldBe(ImportRows);
        (await bench.Read(db => db.Enrolments.CountAsync())).ShouldBe(ImportRows);
        (await bench.Read(db => db.Evidence.CountAsync())).ShouldBe(ImportRows);
        (await Verify(bench)).Sound.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task A_determination_of_risk_killed_at_any_moment_leaves_nothing_or_everything(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        await Complete(bench, "import", "students", await bench.WriteFile(AssessedRows));

        // Later and later, from its start to the moment when it is over before it is killed.
        for (var wait = Step; ; wait += Step)
        {
            using var run = Start(bench, "assess");
            await Task.WhenAny(run.WaitForExitAsync(Cancel), Task.Delay(wait, Cancel));
            if (run.HasExited)
            {
                break;
            }

            await Kill(run);
            (await bench.Read(db => db.Assessments.CountAsync())).ShouldBeOneOf(0, AssessedRows);
            (await bench.Read(db => db.AssessmentRuns.CountAsync())).ShouldBe(await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.Assessed)));
        }

        await Complete(bench, "assess");
        (await bench.Read(db => db.Assessments.CountAsync())).ShouldBe(AssessedRows);
        (await bench.Read(db => db.Assessments.CountAsync(row => row.IsCurrent))).ShouldBe(AssessedRows);
        (await Verify(bench)).Sound.ShouldBeTrue();
    }

    private static async Task Kill(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync(Cancel);
    }

    private static async Task Complete(ImportBench bench, params string[] command)
    {
        using var process = Start(bench, command);
        var said = process.StandardOutput.ReadToEndAsync(Cancel);
        var complained = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.ShouldBe(0, await said + complained);
    }

    private static async Task<AuditVerdict> Verify(ImportBench bench)
    {
        await using var scope = bench.Database.EnterInstallation();
        return await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Verify(null, Cancel);
    }

    private static Process Start(ImportBench bench, params string[] command) =>
        CommandRun.Start(bench.Database.Settings, [.. command, "--org", bench.Organization.Code, "--json"]);
}
