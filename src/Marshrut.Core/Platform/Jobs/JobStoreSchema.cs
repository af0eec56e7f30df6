using System.Data.Common;
using Marshrut.Core.Platform.Data;
using Quartz;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>
/// Tables of the job store: our rows by numbered scripts, Quartz's own by its provisioning. Provisioning only creates and never upgrades, so it is
/// called from <c>migrate</c> alone; a server validates (DESIGN §4).
/// </summary>
public sealed class JobStoreSchema(JobDatabase database)
{
    /// <summary>Script N brings the store to version N. A script that has been released is never changed.</summary>
    private static readonly string[] Scripts =
    [
        """
        CREATE TABLE job_runs (
            id {identity},
            kind text NOT NULL,
            job_key text NOT NULL,
            organization_id bigint NULL,
            region_code text NULL,
            may_handle_restricted integer NOT NULL,
            arguments text NOT NULL,
            requested_by text NOT NULL,
            foreground integer NOT NULL,
            state integer NOT NULL,
            attempts integer NOT NULL DEFAULT 0,
            done bigint NOT NULL DEFAULT 0,
            total bigint NOT NULL DEFAULT 0,
            phase text NOT NULL DEFAULT '',
            message text NOT NULL DEFAULT '',
            stop_requested integer NOT NULL DEFAULT 0,
            created_at bigint NOT NULL,
            started_at bigint NULL,
            heartbeat_at bigint NULL,
            finished_at bigint NULL
        );
        CREATE INDEX ix_job_runs_unfinished ON job_runs (id) WHERE state IN (1, 2);
        CREATE INDEX ix_job_runs_kind ON job_runs (kind, organization_id, id);
        """,
    ];

    private static readonly string QuartzVersion = typeof(IScheduler).Assembly.GetName().Version!.ToString();

    /// <summary>Makes or completes the tables. Calling it again changes nothing and costs one query.</summary>
    /// <exception cref="InstallationProblem">The file of the jobs is not one of SQLite, or is damaged; or the disk or its rights hinder.</exception>
    public async Task Provision(CancellationToken cancel)
    {
        if (await FindProblem(cancel) is null)
        {
            return;
        }

        try
        {
            await Make(cancel);
        }
        catch (DbException problem) when (SqliteTrouble.Of(problem) is { } trouble)
        {
            // The people are in another file: this one is only made anew. A file that is sound and closed is not for deletion.
            throw trouble.Code == "database-damaged" ? new InstallationProblem("jobs-damaged", Damaged, problem) : trouble;
        }
    }

    /// <summary>What is wrong and what to do where the tables are there and are not ours.</summary>
    public string Damaged => database.IsSqlite
        ? $"Хранилище фоновых работ повреждено или изменено не программой. Остановите программу, удалите файл {Path.Combine(database.StoragePath, JobDatabase.FileName)} и выполните: marshrut migrate"
        : "Таблицы расписания фоновых работ изменены не программой. Удалите таблицы qrtz_* и строку из job_store и выполните: marshrut migrate";

    /// <returns>Null when the tables are what this version needs; otherwise what is wrong, in Russian.</returns>
    public async Task<string?> FindProblem(CancellationToken cancel)
    {
        if (database.IsSqlite && !File.Exists(Path.Combine(database.StoragePath, JobDatabase.FileName)))
        {
            return "Хранилища фоновых работ нет.";
        }

        try
        {
            await using var connection = await database.Open(cancel);
            var (version, quartz) = await Stored(connection, null, cancel);
            if (version > Scripts.Length)
            {
                return "Хранилище фоновых работ новее программы: с ним уже работала более новая версия.";
            }

            return version < Scripts.Length || quartz != QuartzVersion ? "Хранилище фоновых работ старше программы." : null;
        }
        catch (DbException)
        {
            return "Хранилище фоновых работ не читается.";
        }
    }

    /// <summary>Asks the scheduler's own check of its tables, column by column: slower, for <c>check</c>.</summary>
    /// <returns>Null when they are sound.</returns>
    public async Task<string?> FindQuartzProblem(CancellationToken cancel)
    {
        try
        {
            await OpenQuartz(provision: false, cancel);
            return null;
        }
        catch (SchedulerException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>What a scheduler is told of its store, the same for a server and for the tools.</summary>
    internal void Configure(IPersistentStoreBuilder store)
    {
        if (database.IsSqlite)
        {
            store.UseSqlite(database.Factory, database.ConnectionString);
        }
        else
        {
            store.UsePostgres(database.Factory, database.ConnectionString);
        }
    }

    private async Task Make(CancellationToken cancel)
    {
        await using (var connection = await database.Open(cancel))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            if (!database.IsSqlite)
            {
                // Two nodes that migrate at once: the second waits and finds everything done.
                await Execute(connection, transaction, "SELECT pg_advisory_xact_lock(7235891142)", cancel);
            }

            await Execute(connection, transaction, "CREATE TABLE IF NOT EXISTS job_store (version integer NOT NULL, quartz text NOT NULL)", cancel);
            for (var version = (await Stored(connection, transaction, cancel)).Version; version < Scripts.Length; version++)
            {
                var identity = database.IsSqlite ? "integer PRIMARY KEY AUTOINCREMENT" : "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
                await Execute(connection, transaction, Scripts[version].Replace("{identity}", identity, StringComparison.Ordinal), cancel);
                await Execute(connection, transaction, "DELETE FROM job_store", cancel);
                await Execute(connection, transaction, FormattableString.Invariant($"INSERT INTO job_store (version, quartz) VALUES ({version + 1}, '')"), cancel);
            }

            await transaction.CommitAsync(cancel);
        }

        await OpenQuartz(provision: true, cancel);
        await using (var connection = await database.Open(cancel))
        {
            await Execute(connection, null, $"UPDATE job_store SET quartz = '{QuartzVersion}'", cancel);
        }
    }

    /// <summary>A scheduler that is made and never started: making it is what creates or checks the tables.</summary>
    private async Task OpenQuartz(bool provision, CancellationToken cancel)
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "marshrut-schema");
            quartz.UseDefaultThreadPool(1);
            quartz.UsePersistentStore(store =>
            {
                Configure(store);
                if (provision)
                {
                    store.ProvisionSchema();
                }
            });
        }).BuildScheduler(cancel);
        await scheduler.Shutdown(waitForJobsToComplete: false, cancel);
    }

    private static async Task<(int Version, string Quartz)> Stored(DbConnection connection, DbTransaction? transaction, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT version, quartz FROM job_store";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? (reader.GetInt32(0), reader.GetString(1)) : (0, "");
    }

    private static async Task Execute(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
