using System.Diagnostics;
using System.Text;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Core.Imports;

/// <summary>The program itself, ended by SIGKILL while it writes a register (R37).</summary>
public sealed class KilledImportTests
{
    private const int Rows = 30_000;

    [Theory, BothDatabases]
    public async Task An_import_that_was_killed_leaves_nothing_or_everything_and_the_next_goes_straight_through(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        var file = Path.Combine(bench.Database.Settings.StoragePath, "reestr.csv");
        var text = new StringBuilder(ImportBench.Header);
        for (var number = 1; number <= Rows; number++)
        {
            text.Append('\n').Append(ImportBench.Row(number));
        }

        await File.WriteAllTextAsync(file, text.ToString(), TestContext.Current.CancellationToken);
        using (var killed = Start(bench, file))
        {
            // Somewhere between reading and commit: wherever it falls, the outcome is one of two.
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        (await bench.Read(db => db.People.CountAsync())).ShouldBeOneOf(0, Rows);
        using var next = Start(bench, file);
        var said = await next.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = await next.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await next.WaitForExitAsync(TestContext.Current.CancellationToken);

        next.ExitCode.ShouldBe(0, said + complained);
        (await bench.Read(db => db.People.CountAsync())).ShouldBe(Rows);
        (await bench.Read(db => db.Enrolments.CountAsync())).ShouldBe(Rows);
        (await bench.Read(db => db.Evidence.CountAsync())).ShouldBe(Rows);
    }

    private static Process Start(ImportBench bench, string file)
    {
        var settings = bench.Database.Settings;
        var start = new ProcessStartInfo("dotnet", [typeof(WebHost).Assembly.Location, "import", "students", file, "--org", bench.Organization.Code, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Database__Provider"] = settings.Database.Provider.ToString();
        start.Environment["Storage__Path"] = settings.StoragePath;
        start.Environment["Keys__Path"] = settings.KeysPath;
        if (settings.Database.ConnectionString is { } connection)
        {
            start.Environment["Database__ConnectionString"] = connection;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
