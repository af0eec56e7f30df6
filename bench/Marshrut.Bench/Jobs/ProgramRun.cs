using System.Diagnostics;
using System.Globalization;

namespace Marshrut.Bench.Jobs;

/// <summary>One run of the program as an operator starts it: how long it took and how much memory it held at most.</summary>
internal sealed record ProgramRun(TimeSpan Time, long PeakBytes, string Output)
{
    public static async Task<ProgramRun> Of(string arguments, IReadOnlyDictionary<string, string> environment, params int[] expected)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{await PublishedProgram.Path()}\" {arguments}") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(20));
        }

        clock.Stop();
        if (!(expected.Length == 0 ? [0] : expected).Contains(process.ExitCode))
        {
            throw new InvalidOperationException($"marshrut {arguments}: {process.ExitCode}\n{await output}\n{await errors}");
        }

        return new ProgramRun(clock.Elapsed, peak, await output);
    }

    /// <summary>High water mark of the resident set; 0 where the system does not tell.</summary>
    public static long PeakOf(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
