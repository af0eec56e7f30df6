using System.Data.Common;
using System.Globalization;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>
/// Rows of job runs, over plain connections: each call is one short statement, so progress never waits for a transaction of the work itself.
/// Times are stored as milliseconds since 1970, UTC.
/// </summary>
public sealed class JobStore(JobDatabase database, TimeProvider clock)
{
    private const string Columns =
        "id, kind, job_key, organization_id, region_code, may_handle_restricted, arguments, requested_by, foreground, state, attempts, done, total, "
        + "phase, message, stop_requested, created_at, started_at, heartbeat_at, finished_at";

    /// <summary>Writes a queued run. Where the same work with the same arguments is already waiting or going on, gives that one: two clicks are one job.</summary>
    public async Task<long> Add(JobRun run, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        if (!run.Foreground)
        {
            await using var find = Command(connection, "SELECT id FROM job_runs WHERE job_key = @key AND arguments = @arguments AND state IN (1, 2) AND foreground = 0 AND stop_requested = 0 ORDER BY id LIMIT 1",
                ("key", run.Key), ("arguments", run.Arguments));
            if (await find.ExecuteScalarAsync(cancel) is { } known)
            {
                return Convert.ToInt64(known, CultureInfo.InvariantCulture);
            }
        }

        await using var insert = Command(connection,
            "INSERT INTO job_runs (kind, job_key, organization_id, region_code, may_handle_restricted, arguments, requested_by, foreground, state, created_at) "
            + "VALUES (@kind, @key, @organization, @region, @restricted, @arguments, @by, @foreground, @state, @now) RETURNING id",
            ("kind", run.Kind), ("key", run.Key), ("organization", run.OrganizationId), ("region", run.RegionCode), ("restricted", run.MayHandleRestricted ? 1 : 0),
            ("arguments", run.Arguments), ("by", run.RequestedBy), ("foreground", run.Foreground ? 1 : 0), ("state", (int)run.State), ("now", Now()));
        return Convert.ToInt64(await insert.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    public async Task<JobRun?> Find(long id, CancellationToken cancel) =>
        (await Query($"SELECT {Columns} FROM job_runs WHERE id = @id", cancel, ("id", id))).FirstOrDefault();

    /// <summary>Newest first, by key: <paramref name="before"/> is the id of the last row of the page before.</summary>
    public Task<IReadOnlyList<JobRun>> Page(long? before, int count, bool unfinishedOnly, CancellationToken cancel) =>
        Query(
            $"SELECT {Columns} FROM job_runs WHERE id < @before {(unfinishedOnly ? "AND state IN (1, 2)" : "")} ORDER BY id DESC LIMIT @count",
            cancel, ("before", before ?? long.MaxValue), ("count", count));

    /// <summary>The latest run of this work for this organisation; null: none yet.</summary>
    public async Task<JobRun?> Latest(string kind, long? organizationId, CancellationToken cancel) =>
        (await Query($"SELECT {Columns} FROM job_runs WHERE kind = @kind AND COALESCE(organization_id, 0) = @organization ORDER BY id DESC LIMIT 1",
            cancel, ("kind", kind), ("organization", organizationId ?? 0))).FirstOrDefault();

    /// <summary>Waiting and running rows, oldest first.</summary>
    public Task<IReadOnlyList<JobRun>> Unfinished(CancellationToken cancel) =>
        Query($"SELECT {Columns} FROM job_runs WHERE state IN (1, 2) ORDER BY id LIMIT 1000", cancel);

    public async Task Begin(long id, CancellationToken cancel) =>
        await Change("UPDATE job_runs SET state = 2, attempts = attempts + 1, started_at = COALESCE(started_at, @now), heartbeat_at = @now WHERE id = @id AND state IN (1, 2)",
            cancel, ("id", id), ("now", Now()));

    /// <summary>Says how far it is and that it lives.</summary>
    /// <returns>True where somebody asked to stop it.</returns>
    public async Task<bool> Beat(long id, JobProgress progress, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        await using var command = Command(connection,
            "UPDATE job_runs SET done = @done, total = @total, phase = @phase, heartbeat_at = @now WHERE id = @id AND state = 2 RETURNING stop_requested",
            ("id", id), ("done", progress.Done), ("total", progress.Total), ("phase", progress.Phase), ("now", Now()));
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel) ?? 0, CultureInfo.InvariantCulture) != 0;
    }

    public async Task Finish(long id, JobState state, JobProgress progress, string message, CancellationToken cancel) =>
        await Change("UPDATE job_runs SET state = @state, done = @done, total = @total, phase = @phase, message = @message, heartbeat_at = @now, finished_at = @now WHERE id = @id AND state IN (1, 2)",
            cancel, ("id", id), ("state", (int)state), ("done", progress.Done), ("total", progress.Total), ("phase", progress.Phase), ("message", message), ("now", Now()));

    /// <summary>Puts a run that was cut off back into the queue.</summary>
    public async Task Requeue(long id, CancellationToken cancel) =>
        await Change("UPDATE job_runs SET state = 1 WHERE id = @id AND state = 2", cancel, ("id", id));

    /// <returns>False where there is nothing to stop any more.</returns>
    public async Task<bool> RequestStop(long id, CancellationToken cancel) =>
        await Change("UPDATE job_runs SET stop_requested = 1 WHERE id = @id AND state IN (1, 2)", cancel, ("id", id)) > 0;

    public Task<int> DeleteFinishedBefore(DateTime moment, CancellationToken cancel) =>
        Change("DELETE FROM job_runs WHERE state IN (3, 4, 5) AND finished_at < @moment", cancel, ("moment", Milliseconds(moment)));

    private async Task<int> Change(string sql, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await database.Open(cancel);
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<IReadOnlyList<JobRun>> Query(string sql, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await database.Open(cancel);
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<JobRun>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(Read(reader));
        }

        return rows;
    }

    private static DbCommand Command(DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static JobRun Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Kind = row.GetString(1),
        Key = row.GetString(2),
        OrganizationId = row.IsDBNull(3) ? null : row.GetInt64(3),
        RegionCode = row.IsDBNull(4) ? null : row.GetString(4),
        MayHandleRestricted = row.GetInt32(5) != 0,
        Arguments = row.GetString(6),
        RequestedBy = row.GetString(7),
        Foreground = row.GetInt32(8) != 0,
        State = (JobState)row.GetInt32(9),
        Attempts = row.GetInt32(10),
        Done = row.GetInt64(11),
        Total = row.GetInt64(12),
        Phase = row.GetString(13),
        Message = row.GetString(14),
        StopRequested = row.GetInt32(15) != 0,
        CreatedAt = Time(row, 16)!.Value,
        StartedAt = Time(row, 17),
        HeartbeatAt = Time(row, 18),
        FinishedAt = Time(row, 19),
    };

    private static DateTime? Time(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column)).UtcDateTime;

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static long Milliseconds(DateTime moment) => new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
