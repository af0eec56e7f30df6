using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Marshrut.Bench.Jobs;

/// <summary>
/// Publishes the program as an operator would and starts it (DESIGN §6): on an empty folder, where it makes its database, and again; until the sign-in
/// page answers.
/// </summary>
internal static class StartBenchmark
{
    private const int WarmStarts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<int> Run(string[] args)
    {
        var report = new Report();
        var folder = Directory.CreateTempSubdirectory("marshrut-start-").FullName;
        try
        {
            var program = await PublishedProgram.Path();
            Report.Title("start of the published program, SQLite");
            var first = await Start(program, Path.Combine(folder, "data"));
            Report.Row("first start: the database is made", first.Time.TotalSeconds, "s");
            var starts = new List<(TimeSpan Time, long Bytes)>();
            for (var i = 0; i < WarmStarts; i++)
            {
                starts.Add(await Start(program, Path.Combine(folder, "data")));
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

    private static async Task<(TimeSpan Time, long Bytes)> Start(string path, string storage)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", $"\"{path}\" serve --urls {address}") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Storage__Path"] = storage;
        using var pages = new HttpClient { BaseAddress = new Uri(address) };
        var clock = Stopwatch.StartNew();
        using var program = Process.Start(start)!;
        program.OutputDataReceived += (_, _) => { };
        program.ErrorDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        try
        {
            while (!await Answers(pages))
            {
                if (program.HasExited || clock.Elapsed > Patience)
                {
                    throw new InvalidOperationException("The program did not begin to serve.");
                }

                await Task.Delay(10);
            }

            return (clock.Elapsed, ProgramRun.PeakOf(program.Id));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    private static async Task<bool> Answers(HttpClient pages)
    {
        try
        {
            using var answer = await pages.GetAsync("/sign-in");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
