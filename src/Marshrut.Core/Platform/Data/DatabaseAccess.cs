using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Marshrut.Core.Platform.Data;

/// <summary>Opens plain connections to the database of this installation, for paths that go beside EF (ids, bulk, audit).</summary>
public sealed class DatabaseAccess(DatabaseOptions options, string storagePath)
{
    public DatabaseProvider Provider => options.Provider;

    public bool IsSqlite => options.Provider == DatabaseProvider.Sqlite;

    /// <summary>A folder of this installation: database (SQLite), key ring, jobs.</summary>
    public string StoragePath { get; } = storagePath;

    public string ConnectionString { get; } = Resolve(options, storagePath);

    public DbConnection Open()
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);
        return connection;
    }

    /// <summary>
    /// What was deleted or sealed anew must not live on in the write-ahead log of SQLite. Who reads just now may hold the log for a moment: then the next
    /// deletion empties it.
    /// </summary>
    public async Task EmptyLog(CancellationToken cancel)
    {
        if (!IsSqlite)
        {
            return;
        }

        await using var connection = Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=5000; PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>With the usual 8 KB, COPY of a register wakes the server twenty thousand times.</summary>
    private static string WithRoomForCopy(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.WriteBufferSize = Math.Max(settings.WriteBufferSize, 64 * 1024);
        return settings.ToString();
    }

    private static string Resolve(DatabaseOptions options, string storagePath) =>
        !string.IsNullOrWhiteSpace(options.ConnectionString)
            ? options.Provider == DatabaseProvider.Sqlite ? options.ConnectionString : WithRoomForCopy(options.ConnectionString)
            : options.Provider == DatabaseProvider.Sqlite
                ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(storagePath, "marshrut.db") }.ToString()
                : throw new InvalidOperationException("Database:ConnectionString is needed for Postgres.");
}
