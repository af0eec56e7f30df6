using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Marshrut.Bench.Jobs;

/// <summary>The published program while it serves; it ends with this.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);
    private readonly Process process;

    private RunningProgram(Process process, Uri address, TimeSpan start)
    {
        this.process = process;
        (Address, StartTime) = (address, start);
    }

    public Uri Address { get; }

    /// <summary>Until the sign-in page answered.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>High water mark of the resident set.</summary>
    public long PeakBytes => ProgramRun.PeakOf(process.Id);

    public static async Task<RunningProgram> Start(IReadOnlyDictionary<string, string> environment)
    {
        var path = await PublishedProgram.Path();
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", $"\"{path}\" serve --urls {address.OriginalString}") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var pages = new HttpClient { BaseAddress = address };
        var clock = Stopwatch.StartNew();
        var program = Process.Start(start)!;
        program.OutputDataReceived += (_, _) => { };
        program.ErrorDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        while (!await Answers(pages))
        {
            if (program.HasExited || clock.Elapsed > patience)
            {
                program.Kill();
                throw new InvalidOperationException("The program did not begin to serve.");
            }

            await Task.Delay(10);
        }

        return new RunningProgram(program, address, clock.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
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
