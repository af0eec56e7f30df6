using System.Diagnostics;

namespace Marshrut.Tests.TestDatabases;

/// <summary>
/// A PostgreSQL cluster of this test run alone: on a Unix socket in a temporary folder, without durability. It ends, folder and all, when the test
/// process does, even a killed one: the shell that holds the server waits for our end of a pipe.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Script =
        """
        set -e
        bin=$1; folder=$2
        "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --no-locale --no-sync >"$folder/initdb.log" 2>&1
        "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
          -c max_connections=300 -c shared_buffers=64MB >"$folder/server.log" 2>&1 </dev/null &
        server=$!
        for try in $(seq 1 150); do
          if "$bin/pg_isready" -q -h "$folder"; then echo ready; break; fi
          sleep 0.1
        done
        cat >/dev/null || true
        kill -INT $server
        wait $server || true
        rm -rf "$folder"
        """;

    private readonly Process shell;

    private PrivatePostgres(Process shell, string connectionString)
    {
        this.shell = shell;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    /// <summary>The newest installed server's programs, or null.</summary>
    public static string? FindPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
                .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;

    /// <exception cref="InvalidOperationException">The server did not start; its own words are in the message.</exception>
    public static async Task<PrivatePostgres> Start(string programs)
    {
        var folder = Directory.CreateTempSubdirectory("marshrut-pg-").FullName;
        string[] command = ["sh", "-c", Script, "sh", programs, folder];
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            await Run("chown", "postgres", folder);
            command = ["runuser", "-u", "postgres", "--", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var shell = Process.Start(start) ?? throw new InvalidOperationException("The shell did not start.");
        if (await shell.StandardOutput.ReadLineAsync() != "ready")
        {
            var log = string.Join('\n', Directory.GetFiles(folder, "*.log").Select(File.ReadAllText));
            throw new InvalidOperationException("PostgreSQL for the tests did not start: " + log);
        }

        return new PrivatePostgres(shell, $"Host={folder};Username=postgres");
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
