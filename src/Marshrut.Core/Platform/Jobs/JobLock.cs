using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Marshrut.Core.Platform.Data;
using Npgsql;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>
/// Mutual exclusion of runs with one key, over processes and nodes. It dies with its holder: a locked file on SQLite (one machine), an advisory
/// lock of a session on PostgreSQL. So whoever gets it knows that an earlier holder is gone, without waiting for a heartbeat to grow old.
/// </summary>
public sealed class JobLock : IAsyncDisposable
{
    private readonly FileStream? file;
    private readonly NpgsqlConnection? session;

    private JobLock(FileStream? file, NpgsqlConnection? session)
    {
        this.file = file;
        this.session = session;
    }

    /// <returns>Null where somebody else holds it.</returns>
    public static async Task<JobLock?> TryTake(JobDatabase database, string key, CancellationToken cancel) =>
        database.IsSqlite ? TryTakeFile(database.StoragePath, key) : await TryTakeSession(database.ConnectionString, key, cancel);

    /// <summary>False once the session that held the lock is gone: somebody else may have it already.</summary>
    public async Task<bool> IsHeld(CancellationToken cancel)
    {
        if (session is null)
        {
            return true;
        }

        try
        {
            await using var command = session.CreateCommand();
            command.CommandText = "SELECT 1";
            await command.ExecuteScalarAsync(cancel);
            return true;
        }
        catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (file is not null)
        {
            await file.DisposeAsync();
        }

        if (session is not null)
        {
            await Free(session);
            await session.DisposeAsync();
        }
    }

    /// <summary>The server notices a closed session a moment later; whoever comes next should find the lock free now.</summary>
    private static async Task Free(NpgsqlConnection session)
    {
        try
        {
            await using var command = session.CreateCommand();
            command.CommandText = "SELECT pg_advisory_unlock_all()";
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException)
        {
            // The session is gone already, and the lock with it.
            return;
        }
    }

    private static JobLock? TryTakeFile(string storagePath, string key)
    {
        try
        {
            var folder = Folder(storagePath);

            // Never deleted: a second file under the same name would be a second lock.
            var name = string.Concat(key.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_')) + ".lock";
            return new JobLock(new FileStream(Path.Combine(folder.FullName, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), null);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException problem)
        {
            throw StorageFolder.Closed(storagePath, problem);
        }
    }

    private static DirectoryInfo Folder(string storagePath)
    {
        try
        {
            return Directory.CreateDirectory(Path.Combine(storagePath, "locks"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw StorageFolder.Closed(storagePath, problem);
        }
    }

    private static async Task<JobLock?> TryTakeSession(string connectionString, string key, CancellationToken cancel)
    {
        // Its own session, not one of the pool: closing it must free the lock at once, and a dead network must be noticed.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 10, ApplicationName = "marshrut-job" };
        var session = new NpgsqlConnection(settings.ToString());
        try
        {
            await session.OpenAsync(cancel);
            await using var command = session.CreateCommand();
            command.CommandText = "SELECT pg_try_advisory_lock(@key)";
            command.Parameters.AddWithValue("key", BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("job:" + key))));
            if (await command.ExecuteScalarAsync(cancel) is true)
            {
                return new JobLock(null, session);
            }
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }

        await session.DisposeAsync();
        return null;
    }
}
