using Marshrut.Core;
using Marshrut.Core.Platform.Data;
using Marshrut.Seeding;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Marshrut.Bench.Jobs;

/// <summary>A fresh installation of one benchmark: a folder, and on PostgreSQL a database of its own; both go with it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string? server;
    private readonly string storage = Directory.CreateTempSubdirectory("marshrut-bench-").FullName;
    private readonly DatabaseOptions options = new();

    private BenchDatabase(string? server)
    {
        this.server = server;
        if (server is not null)
        {
            options = new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = Name }.ToString() };
        }
    }

    public string Title => server is null ? "SQLite" : "PostgreSQL";

    /// <summary>For commands of the program.</summary>
    public Dictionary<string, string> Environment => server is null
        ? new() { ["Storage__Path"] = storage }
        : new() { ["Storage__Path"] = storage, ["Database__Provider"] = "Postgres", ["Database__ConnectionString"] = options.ConnectionString! };

    private string Name => "bench_" + Path.GetFileName(storage).Replace('-', '_').ToLowerInvariant();

    /// <summary>SQLite always; PostgreSQL where <c>MARSHRUT_BENCH_POSTGRES</c> names a server, else that is said.</summary>
    public static async Task OnEach(Func<BenchDatabase, Task> measure)
    {
        await using (var sqlite = await Create(null))
        {
            await measure(sqlite);
        }

        if (System.Environment.GetEnvironmentVariable("MARSHRUT_BENCH_POSTGRES") is { Length: > 0 } named)
        {
            await using var postgres = await Create(named);
            await measure(postgres);
        }
        else
        {
            Console.WriteLine("PostgreSQL: not measured, MARSHRUT_BENCH_POSTGRES names no server.");
        }
    }

    /// <param name="server">Null: SQLite.</param>
    public static async Task<BenchDatabase> Create(string? server)
    {
        var made = new BenchDatabase(server);
        if (server is not null)
        {
            await Execute(server, $"CREATE DATABASE {made.Name}");
        }

        return made;
    }

    /// <summary>The program's services over this installation.</summary>
    public ServiceProvider Program()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddMarshrutCore(new CoreSettings(options, storage, Path.Combine(storage, "keys"), AnyoneHoldsRestrictedFacts: false));
        services.AddMarshrutSeeding();
        return services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await Execute(server, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
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
}
