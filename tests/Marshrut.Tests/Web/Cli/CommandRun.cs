using System.Diagnostics;
using System.Text.Json;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Tests.Web.Cli;

/// <summary>What a run of the program printed and how it left.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "marshrut.dll");

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<CommandRun> Of(CoreSettings installation, params string[] arguments)
    {
        using var process = Start(installation, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandRun(process.ExitCode, await output, await errors);
    }

    /// <summary>The program at work, for tests that do something to it meanwhile.</summary>
    public static Process Start(CoreSettings installation, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.Exists(installation.StoragePath) ? installation.StoragePath : Path.GetTempPath(),
        };
        start.Environment["Storage__Path"] = installation.StoragePath;
        start.Environment["Keys__Path"] = installation.KeysPath;
        start.Environment["Database__Provider"] = installation.Database.Provider.ToString();
        start.Environment["Database__ConnectionString"] = installation.Database.ConnectionString ?? "";
        start.Environment["Auth__RequireTotp"] = "false";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.StandardInput.Close();
        return process;
    }
}
