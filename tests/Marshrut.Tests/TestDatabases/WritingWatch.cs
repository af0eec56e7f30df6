using Marshrut.Core.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Marshrut.Tests.TestDatabases;

/// <summary>Looks from outside whether somebody is in the middle of writing: the moment to kill a program at.</summary>
internal static class WritingWatch
{
    /// <summary>
    /// Whether somebody is in the middle of a long transaction that writes: on SQLite the one writer's place is not free for a second, on PostgreSQL the
    /// server says so itself.
    /// </summary>
    public static async Task<bool> IsBeingWritten(this CoreSettings installation)
    {
        var cancel = TestContext.Current.CancellationToken;
        if (installation.Database.Provider == DatabaseProvider.Postgres)
        {
            await using var asking = new NpgsqlConnection(installation.Database.ConnectionString);
            await asking.OpenAsync(cancel);
            await using var command = asking.CreateCommand();
            command.CommandText = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL AND xact_start < now() - interval '300 milliseconds'";
            return (long)(await command.ExecuteScalarAsync(cancel))! > 0;
        }

        var file = new DatabaseAccess(installation.Database, installation.StoragePath).ConnectionString;
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(file) { DefaultTimeout = 1, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == 5)
        {
            return true;
        }
    }
}
