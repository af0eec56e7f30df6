using System.Globalization;
using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Tests.Core.Imports;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.Web.Cli;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Platform.Encryption;

/// <summary>The command itself, ended by SIGKILL at moments that its own progress tells (R37).</summary>
public sealed partial class KilledRotationTests
{
    private const int Rows = 1200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_change_of_keys_killed_again_and_again_goes_on_where_it_was_and_every_row_opens_meanwhile(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        var settings = bench.Database.Settings;
        await bench.Run(services =>
        {
            services.GetRequiredService<RememberedRing>().Remember(services.GetRequiredService<KeyRing>());
            return Task.CompletedTask;
        });
        await bench.Import([ImportBench.Header, .. Enumerable.Range(1, Rows).Select(number => ImportBench.Row(number))]);
        (await CommandRun.Of(settings, "assess", "--org", bench.Organization.Code)).ExitCode.ShouldBe(0);
        var all = (await RawBlocks.Of(bench.Database)).Values.Sum();

        // One row that cannot be written for now: so no run can come to its end before it is killed.
        await HoldOneRow(bench);
        var under = new List<int>();
        foreach (var line in (int[])[1, 2, 4, 6])
        {
            await KillAtLine(bench, line);
            var blocks = await RawBlocks.Of(bench.Database);
            blocks.Keys.ShouldAllBe(place => place.Key == 1 || place.Key == 2, "a run that was killed does not leave a key for each try");
            under.Add(blocks.Where(place => place.Key.Key == 2).Sum(place => place.Value));
            await EveryRowOpens(bench);
        }

        under.ShouldBe(under.Order());
        under[^1].ShouldBeInRange(2, all - 1);
        await Release(bench);

        var end = await CommandRun.Of(settings, "keys", "rotate", "--json");

        end.ExitCode.ShouldBe(0, end.Errors);
        end.Json.GetProperty("key").GetInt32().ShouldBe(2);
        end.Json.GetProperty("remaining").GetInt64().ShouldBe(0);
        end.Json.GetProperty("resealed").GetInt64().ShouldBe(all - under[^1]);
        (await RawBlocks.Of(bench.Database)).Keys.ShouldAllBe(place => place.Key == 2);
        await EveryRowOpens(bench);
        (await CommandRun.Of(settings, "audit", "verify")).ExitCode.ShouldBe(0);
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.KeysRotated, Cancel))).ShouldBe(1);

        // The killed one is over: the next change makes the next key.
        (await CommandRun.Of(settings, "keys", "rotate", "--json")).Json.GetProperty("key").GetInt32().ShouldBe(3);
        var list = (await CommandRun.Of(settings, "keys", "list", "--json")).Json.GetProperty("keys");
        list.EnumerateArray().Select(key => (key.GetProperty("id").GetInt32(), key.GetProperty("current").GetBoolean(), key.GetProperty("rows").GetInt32()))
            .ShouldBe([(1, false, 0), (2, false, 0), (3, true, all)]);
        (await CommandRun.Of(settings, "keys", "retire", "1", "--json")).ShouldSatisfyAllConditions(
            early => early.ExitCode.ShouldBe(2),
            early => early.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("key-rests"));
        await LetTimePass(settings);
        (await CommandRun.Of(settings, "keys", "retire", "1")).ExitCode.ShouldBe(0);
        (await CommandRun.Of(settings, "keys", "retire", "2")).ExitCode.ShouldBe(0);
        (await CommandRun.Of(settings, "check")).ExitCode.ShouldBe(0);
        (await CommandRun.Of(settings, "assess", "--org", bench.Organization.Code, "--json")).Json.GetProperty("assessed").GetInt32().ShouldBe(Rows);
    }

    /// <summary>Kills the command when it has written so many lines of progress.</summary>
    private static async Task KillAtLine(ImportBench bench, int number)
    {
        using var process = CommandRun.Start(bench.Database.Settings, "keys", "rotate");
        var heard = new List<string>();
        while (heard.Count < number && await process.StandardError.ReadLineAsync(Cancel) is { } line)
        {
            heard.Add(line);
            var counts = Digits().Matches(line.Replace("\u00a0", "", StringComparison.Ordinal)).Select(digits => int.Parse(digits.Value, CultureInfo.InvariantCulture)).ToList();
            if (counts is [var written, var all] && written >= all - 1)
            {
                // Nothing but the held row is left: there will be no more lines, and in half a minute the run would end by itself.
                break;
            }
        }

        heard.ShouldAllBe(line => line.StartsWith("Перешифровано ", StringComparison.Ordinal));
        process.HasExited.ShouldBeFalse();
        process.Kill();
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.ShouldBeGreaterThan(128, "it was killed and did not end by itself");
    }

    private static Task HoldOneRow(ImportBench bench) => bench.Database.ExecuteSql(bench.Database.Provider == DatabaseProvider.Sqlite
        ? "CREATE TRIGGER held BEFORE UPDATE ON people WHEN OLD.id = (SELECT max(id) FROM people) BEGIN SELECT RAISE(IGNORE); END"
        : """
          CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
          CREATE FUNCTION is_held(bigint) RETURNS boolean LANGUAGE sql AS $$ SELECT $1 = (SELECT max(id) FROM people) $$;
          CREATE TRIGGER held BEFORE UPDATE ON people FOR EACH ROW WHEN (is_held(OLD.id)) EXECUTE FUNCTION hold();
          """);

    private static Task Release(ImportBench bench) => bench.Database.ExecuteSql(bench.Database.Provider == DatabaseProvider.Sqlite ? "DROP TRIGGER held" : "DROP TRIGGER held ON people");

    /// <summary>The current key was made two hours ago.</summary>
    private static async Task LetTimePass(CoreSettings settings)
    {
        var path = Path.Combine(settings.KeysPath, "ring.json");
        var ring = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(path, Cancel))!;
        foreach (var key in ring["keys"]!.AsArray())
        {
            key!["created"] = key["created"]!.GetValue<DateTime>() - (RetireKey.Rest * 2);
        }

        await File.WriteAllTextAsync(path, ring.ToJsonString(), Cancel);
    }

    private static Task EveryRowOpens(ImportBench bench) => bench.Run(async services =>
    {
        var (db, sealer) = (services.GetRequiredService<MarshrutDb>(), services.GetRequiredService<Sealer>());
        foreach (var row in await db.People.AsNoTracking().ToListAsync(Cancel))
        {
            sealer.Open(row.Facts, SealPurpose.PersonFacts, row.Id);
        }

        foreach (var row in await db.Enrolments.AsNoTracking().ToListAsync(Cancel))
        {
            sealer.Open(row.Facts, SealPurpose.EnrolmentFacts, row.Id);
        }

        foreach (var row in await db.Evidence.AsNoTracking().ToListAsync(Cancel))
        {
            sealer.Open(row.Sealed, SealPurpose.Evidence, row.Id);
        }

        foreach (var row in await db.Assessments.AsNoTracking().ToListAsync(Cancel))
        {
            sealer.Open(row.Block, SealPurpose.Assessment, row.Id);
        }
    });

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
