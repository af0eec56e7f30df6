using System.Data.Common;
using Marshrut.Core.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>
/// Where jobs and their schedule live: a file of their own on SQLite (it has one writer, and progress must not wait for an import), the main
/// database on PostgreSQL, where all nodes share it (DESIGN §4).
/// </summary>
public sealed class JobDatabase(DatabaseAccess database)
{
    public const string FileName = "jobs.db";

    public bool IsSqlite => database.IsSqlite;

    public string StoragePath => database.StoragePath;

    public DbProviderFactory Factory => IsSqlite ? SqliteFactory.Instance : NpgsqlFactory.Instance;

    public string ConnectionString { get; } = database.IsSqlite
        ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(database.StoragePath, FileName) }.ToString()
        : database.ConnectionString;

    public async Task<DbConnection> Open(CancellationToken cancel)
    {
        var connection = Factory.CreateConnection()!;
        connection.ConnectionString = ConnectionString;
        await connection.OpenAsync(cancel);
        SqlitePragmas.Apply(connection);
        return connection;
    }
}
