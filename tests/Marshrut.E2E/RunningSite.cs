using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Marshrut.Seeding.Demo;
using Npgsql;

namespace Marshrut.E2E;

/// <summary>
/// The program itself, opened by the command that README tells first: the demo region in a fresh installation, then the site on a free port. On
/// SQLite or on PostgreSQL.
/// </summary>
public sealed class RunningSite : IAsyncDisposable
{
    public const string Password = DemoSignIn.Password;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "marshrut.dll");
    private readonly Dictionary<string, string> environment;
    private readonly string storage;
    private readonly string? server;
    private readonly string? databaseName;
    private Process? serving;

    private RunningSite(string storage, string? server, string? databaseName)
    {
        this.storage = storage;
        this.server = server;
        this.databaseName = databaseName;
        environment = new Dictionary<string, string> { ["Storage__Path"] = storage, ["Auth__RequireTotp"] = "false" };
        if (server is not null)
        {
            environment["Database__Provider"] = "Postgres";
            environment["Database__ConnectionString"] = new NpgsqlConnectionStringBuilder(server) { Database = databaseName }.ToString();
        }
    }

    public string Address { get; private set; } = "";

    /// <summary>Starts an installation with the demo region: its colleges, employment centres, a school, and a user of each role.</summary>
    /// <param name="server">Connection string of a PostgreSQL server; null for SQLite.</param>
    public static async Task<RunningSite> Start(string? server)
    {
        var storage = Directory.CreateTempSubdirectory("marshrut-e2e-").FullName;
        var name = server is null ? null : "e2e_" + Path.GetFileName(storage).Replace('-', '_').ToLowerInvariant();
        if (server is not null)
        {
            await Execute(server, $"CREATE DATABASE {name}");
        }

        var site = new RunningSite(storage, server, name);
        await site.Run("migrate");
        await site.Serve();
        return site;
    }

    /// <summary>Runs a command of the program and gives its standard output.</summary>
    public async Task<string> Run(string arguments, string? input = null, params int[] expected)
    {
        using var process = Begin(arguments);
        if (input is not null)
        {
            await process.StandardInput.WriteLineAsync(input);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        (expected.Length == 0 ? [0] : expected).ShouldContain(process.ExitCode, $"marshrut {arguments}\n{await output}\n{await errors}");
        return await output;
    }

    public async ValueTask DisposeAsync()
    {
        if (serving is not null)
        {
            serving.Kill(entireProcessTree: true);
            await serving.WaitForExitAsync();
            serving.Dispose();
        }

        if (server is not null)
        {
            await Execute(server, $"DROP DATABASE {databaseName} WITH (FORCE)");
        }

        Directory.Delete(storage, recursive: true);
    }

    private static async Task Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task Serve()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        serving = Begin($"demo --urls {Address}");
        serving.StandardInput.Close();
        serving.OutputDataReceived += (_, _) => { };
        serving.ErrorDataReceived += (_, _) => { };
        serving.BeginOutputReadLine();
        serving.BeginErrorReadLine();
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 1500; attempt++)
        {
            try
            {
                if ((await client.GetAsync(Address + "/health/ready")).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!serving.HasExited)
            {
                // Not listening yet.
            }

            serving.HasExited.ShouldBeFalse("The site stopped while starting.");
            await Task.Delay(200);
        }

        throw new TimeoutException("The site did not become ready in five minutes.");
    }

    private Process Begin(string arguments)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{Program}\" {arguments}")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = storage,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
