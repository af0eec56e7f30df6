using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marshrut.Core.Platform.Data;

/// <summary>A transaction for what may as well be left undone, such as keeping a copy: it does not stand in the queue of SQLite's writers.</summary>
internal static class ReadyTransaction
{
    /// <returns>Null: SQLite has another writer just now.</returns>
    public static async Task<IDbContextTransaction?> TryBegin(MarshrutDb db, CancellationToken cancel)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection connection)
        {
            return await db.Database.BeginTransactionAsync(cancel);
        }

        await db.Database.OpenConnectionAsync(cancel);
        var wait = connection.DefaultTimeout;
        connection.DefaultTimeout = 1;
        try
        {
            await Pragma(connection, "busy_timeout=0", cancel);
            return await db.Database.BeginTransactionAsync(cancel);
        }
        catch (SqliteException problem) when (SqliteTrouble.Of(problem) is { Code: "database-busy" })
        {
            return null;
        }
        finally
        {
            connection.DefaultTimeout = wait;
            await Pragma(connection, SqlitePragmas.BusyTimeout, CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task Pragma(SqliteConnection connection, string pragma, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
