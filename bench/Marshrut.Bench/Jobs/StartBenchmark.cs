namespace Marshrut.Bench.Jobs;

/// <summary>
/// Publishes the program as an operator would and starts it (DESIGN §6): on an empty folder, where it makes its database, and again; until the sign-in
/// page answers.
/// </summary>
internal static class StartBenchmark
{
    private const int WarmStarts = 5;

    public static async Task<int> Run(string[] args)
    {
        var report = new Report();
        var folder = Directory.CreateTempSubdirectory("marshrut-start-").FullName;
        try
        {
            await PublishedProgram.Path();
            Report.Title("start of the published program, SQLite");
            var first = await Start(Path.Combine(folder, "data"));
            Report.Row("first start: the database is made", first.Time.TotalSeconds, "s");
            var starts = new List<(TimeSpan Time, long Bytes)>();
            for (var i = 0; i < WarmStarts; i++)
            {
                starts.Add(await Start(Path.Combine(folder, "data")));
            }

            report.AtMost("start, median of " + WarmStarts, starts.Select(start => start.Time.TotalSeconds).Order().ElementAt(WarmStarts / 2), "s", 2);
            report.AtMost("memory after the first page", starts.Max(start => start.Bytes) / 1024.0 / 1024, "MB", 200);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return report.AllMet ? 0 : 1;
    }

    private static async Task<(TimeSpan Time, long Bytes)> Start(string storage)
    {
        await using var program = await RunningProgram.Start(new Dictionary<string, string> { ["Storage__Path"] = storage });
        return (program.StartTime, program.PeakBytes);
    }
}
