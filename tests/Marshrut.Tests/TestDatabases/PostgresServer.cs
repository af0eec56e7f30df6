using Npgsql;

namespace Marshrut.Tests.TestDatabases;

/// <summary>
/// Where the tests find PostgreSQL: <c>MARSHRUT_TEST_POSTGRES</c> (a connection string without a database), else a cluster of their own, else
/// nowhere: then the test is skipped with the reason, and on CI it fails.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Variable = "MARSHRUT_TEST_POSTGRES";
    private static readonly SemaphoreSlim Gate = new(1);
    private static PrivatePostgres? cluster;
    private static string? connectionString;
    private static string? template;
    private static int databases;

    public static async Task<string> NewDatabase(Func<string, Task> migrate)
    {
        await Gate.WaitAsync();
        try
        {
            connectionString ??= await Find();
            if (template is null)
            {
                var name = NewName("template");
                await Execute($"CREATE DATABASE {name}");
                await migrate(To(name));
                template = name;
            }

            var database = NewName("db" + ++databases);
            await Execute($"CREATE DATABASE {database} TEMPLATE {template}");
            return To(database);
        }
        finally
        {
            Gate.Release();
        }
    }

    public static async Task Drop(string database)
    {
        await using (var connection = new NpgsqlConnection(database))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
    }

    /// <summary>At the end of the run.</summary>
    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
        else if (template is not null)
        {
            await Execute($"DROP DATABASE {template} WITH (FORCE)");
        }
    }

    private static async Task<string> Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        if (PrivatePostgres.FindPrograms() is { } programs && OperatingSystem.IsLinux())
        {
            cluster = await PrivatePostgres.Start(programs);
            return cluster.ConnectionString;
        }

        const string reason = "No PostgreSQL: set " + Variable + " (Host=…;Port=…;Username=…) or install Debian's package postgresql.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
        throw new InvalidOperationException(reason);
    }

    private static string To(string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, MaxPoolSize = 20, ConnectionIdleLifetime = 10 }.ToString();

    private static string NewName(string kind) => $"marshrut_test_{Environment.ProcessId}_{kind}";

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
