using System.Diagnostics;

namespace Marshrut.Bench.Jobs;

/// <summary>The program as an operator has it (README): published once a benchmark, beside the benchmark itself.</summary>
internal static class PublishedProgram
{
    private static readonly Lazy<Task<string>> Published = new(Publish);

    /// <summary>Of <c>marshrut.dll</c>.</summary>
    public static Task<string> Path() => Published.Value;

    private static async Task<string> Publish()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(root, "Marshrut.slnx")))
        {
            root = System.IO.Path.GetDirectoryName(root.TrimEnd(System.IO.Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("The bench runs inside the source tree.");
        }

        var target = System.IO.Path.Combine(AppContext.BaseDirectory, "published");
        var system = OperatingSystem.IsLinux() ? "-r linux-x64 --self-contained false " : null;
        using var publish = Process.Start(new ProcessStartInfo("dotnet", $"publish src/Marshrut.Web -c Release {system}-v q --nologo -o \"{target}\"") { WorkingDirectory = root })!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? System.IO.Path.Combine(target, "marshrut.dll") : throw new InvalidOperationException("The program could not be published.");
    }
}
