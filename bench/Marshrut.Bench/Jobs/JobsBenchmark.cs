using System.Globalization;
using Marshrut.Bench.Reading;

namespace Marshrut.Bench.Jobs;

/// <summary>
/// Whole jobs by command, file to database and database to database (DESIGN §6): an import of 100 000 rows into an empty register and once more, an
/// assessment of <c>--people</c>, and the same import beside them. SQLite always; PostgreSQL where <c>MARSHRUT_BENCH_POSTGRES</c> names a server.
/// </summary>
internal static class JobsBenchmark
{
    private const int ImportRows = 100_000;

    public static async Task<int> Run(string[] args)
    {
        var people = args is ["--people", var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 1_000_000;
        var report = new Report();
        var register = InventedRegister.Write(ImportRows);
        try
        {
            await On(report, "SQLite", null, register, people);
            if (Environment.GetEnvironmentVariable("MARSHRUT_BENCH_POSTGRES") is { Length: > 0 } server)
            {
                await On(report, "PostgreSQL", server, register, people);
            }
            else
            {
                Console.WriteLine("PostgreSQL: not measured, MARSHRUT_BENCH_POSTGRES names no server.");
            }
        }
        finally
        {
            File.Delete(register);
        }

        return report.AllMet ? 0 : 1;
    }

    private static async Task On(Report report, string database, string? server, string register, int people)
    {
        Report.Title(database);
        await Measure(server, async environment =>
        {
            await ProgramRun.Of("migrate", environment);
            await ProgramRun.Of("org add --kind university --code bench --name Университет --region 00", environment);
            Tell(report, $"import of {ImportRows} × {InventedRegister.Columns} xlsx", await ProgramRun.Of($"import students \"{register}\" --org bench", environment, 0, 1), seconds: 10, megabytes: 300);
            Tell(report, "the same file again", await ProgramRun.Of($"import students \"{register}\" --org bench", environment, 0, 1), seconds: 10, megabytes: 300);
        });
        await Measure(server, async environment =>
        {
            await ProgramRun.Of("migrate", environment);
            Report.Row($"bench-data, {people} people", (await ProgramRun.Of($"bench-data --people {people}", environment)).Time.TotalSeconds, "s");
            Tell(report, $"assessment of {people}", await ProgramRun.Of("assess", environment), seconds: 30.0 * people / 1_000_000, megabytes: null);
            Tell(report, "the same assessment again", await ProgramRun.Of("assess", environment), seconds: 30.0 * people / 1_000_000, megabytes: null);
            await ProgramRun.Of("org add --kind university --code bench --name Университет --region 00", environment);
            Tell(report, $"import of {ImportRows} beside {people} people", await ProgramRun.Of($"import students \"{register}\" --org bench", environment, 0, 1), seconds: 10, megabytes: 300);
        });
    }

    private static async Task Measure(string? server, Func<Dictionary<string, string>, Task> body)
    {
        await using var database = await BenchDatabase.Create(server);
        await body(database.Environment);
    }

    private static void Tell(Report report, string job, ProgramRun run, double seconds, int? megabytes)
    {
        report.AtMost(job, run.Time.TotalSeconds, "s", seconds);
        if (megabytes is { } limit)
        {
            report.AtMost(job + ", peak memory", run.PeakBytes / 1024.0 / 1024, "MB", limit);
        }
        else
        {
            Report.Row(job + ", peak memory", run.PeakBytes / 1024.0 / 1024, "MB");
        }
    }
}
