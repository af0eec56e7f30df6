using System.Data.Common;
using System.Globalization;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Core.Installation;

/// <summary>
/// Looks the installation over for its operator (R30): storage, database, schema, keys, imports, jobs, the head of the journal. It opens each part
/// by itself, so that a broken one is a finding and not the end of the check.
/// </summary>
public sealed class CheckInstallation(
    CoreSettings settings, StorageFolder storage, DatabaseAccess database, RememberedRing remembered, JobStoreSchema jobSchema, JobStore jobs, TimeProvider clock, IServiceProvider services)
    : IUseCase
{
    /// <returns>Findings in the order of looking; a sound part is a finding too.</returns>
    public async Task<InstallationReport> Check(CancellationToken cancel)
    {
        var findings = new List<Finding> { CheckStorage() };
        var unprepared = await TryPrepare(cancel);
        var keys = CheckKeys();
        if (!IsKnown(findings, keys))
        {
            findings.Add(keys);
        }

        if (!keys.Code.StartsWith("database-", StringComparison.Ordinal))
        {
            if (database.IsSqlite)
            {
                findings.Add(await CheckFile(cancel));
            }

            var schema = keys.Level == FindingLevel.Problem ? new Finding("schema", FindingLevel.Attention, "Таблицы не проверены: сначала исправьте найденное выше.") : await CheckTables(cancel);
            findings.Add(schema);
            if (schema.Level == FindingLevel.Sound)
            {
                findings.AddRange(await CheckModules(cancel));
                findings.Add(await CheckJobs(cancel));
                findings.Add(await CheckAuditHead(cancel));
            }
        }

        if (unprepared is not null && !IsKnown(findings, unprepared))
        {
            findings.Add(unprepared);
        }

        return new InstallationReport(findings);
    }

    /// <summary>One trouble shows in several places and is told once; a problem is never taken for a mere attention.</summary>
    private static bool IsKnown(List<Finding> findings, Finding one) => findings.Exists(finding => finding.Code == one.Code && finding.Level == one.Level);

    /// <summary>On SQLite every verb migrates by itself, this one too (R28); what hinders it is a finding.</summary>
    private async Task<Finding?> TryPrepare(CancellationToken cancel)
    {
        if (!database.IsSqlite)
        {
            return null;
        }

        try
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().Prepare(cancel);
            return null;
        }
        catch (InstallationProblem problem)
        {
            return new Finding(problem.Code, FindingLevel.Problem, problem.Message);
        }
        catch (DbException problem)
        {
            return Trouble(problem);
        }
    }

    private Finding CheckStorage()
    {
        try
        {
            storage.Probe();
            var free = storage.FreeBytes;
            return free < settings.LittleSpace
                ? new Finding("storage-low", FindingLevel.Attention, $"В папке {settings.StoragePath} осталось мало места: {free / 1024 / 1024} МБ. Освободите место.")
                : new Finding("storage", FindingLevel.Sound, $"Папка {settings.StoragePath} доступна для записи.");
        }
        catch (InstallationProblem problem)
        {
            return new Finding(problem.Code, FindingLevel.Problem, problem.Message);
        }
    }

    private Finding CheckKeys()
    {
        try
        {
            // Without a remembered ring, opening would make one, and so would the tables: a check of PostgreSQL changes nothing.
            if (!remembered.IsRemembered)
            {
                return new Finding("key-ring-unknown", FindingLevel.Problem, "База данных ещё не знает своего набора ключей. Выполните: marshrut migrate");
            }

            var ring = remembered.Open();
            return ReadableByOthers()
                ? new Finding("key-ring-open", FindingLevel.Attention, $"Папку с ключами {settings.KeysPath} могут читать другие пользователи машины. Оставьте доступ только программе.")
                : new Finding("key-ring", FindingLevel.Sound, $"Набор ключей {ring.Id} открывается, ключей: {ring.KeyIds.Count}.");
        }
        catch (InstallationProblem problem)
        {
            return new Finding(problem.Code, FindingLevel.Problem, problem.Message);
        }
    }

    private bool ReadableByOthers()
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        foreach (var file in Directory.EnumerateFiles(settings.KeysPath))
        {
            if ((File.GetUnixFileMode(file) & Others) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<Finding> CheckFile(CancellationToken cancel)
    {
        try
        {
            return await Scalar("PRAGMA quick_check(1)", cancel) is "ok"
                ? new Finding("database", FindingLevel.Sound, "Файл базы данных цел.")
                : Damaged();
        }
        catch (DbException problem)
        {
            return Trouble(problem);
        }
    }

    private static Finding Trouble(DbException problem) => SqliteTrouble.Of(problem) is { } trouble
        ? new Finding(trouble.Code, FindingLevel.Problem, trouble.Message)
        : Damaged();

    private static Finding Damaged() =>
        new Finding("database-damaged", FindingLevel.Problem, "Файл базы данных повреждён. Остановите программу и восстановите его из резервной копии.");

    private async Task<Finding> CheckTables(CancellationToken cancel)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CheckSchema>().Check(cancel);
            return new Finding("schema", FindingLevel.Sound, "Таблицы этой версии программы.");
        }
        catch (InstallationProblem problem)
        {
            return new Finding(problem.Code, FindingLevel.Problem, problem.Message);
        }
        catch (DbException problem) when (database.IsSqlite)
        {
            return Trouble(problem);
        }
    }

    private async Task<List<Finding>> CheckModules(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var findings = new List<Finding>();
        foreach (var check in scope.ServiceProvider.GetServices<IInstallationCheck>())
        {
            findings.Add(await check.Look(cancel));
        }

        return findings;
    }

    private async Task<Finding> CheckJobs(CancellationToken cancel)
    {
        if (await jobSchema.FindQuartzProblem(cancel) is { } problem)
        {
            return new Finding("jobs-damaged", FindingLevel.Problem, $"{jobSchema.Damaged} Подробно: {problem}");
        }

        var unfinished = await jobs.Unfinished(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (unfinished.FirstOrDefault(run => run.State == JobState.Queued && now - run.CreatedAt > TimeSpan.FromHours(1)) is { } late)
        {
            return new Finding("jobs-waiting", FindingLevel.Attention,
                $"Работа № {late.Id} ждёт очереди больше часа. Проверьте, что хотя бы один узел запущен с Jobs:Threads больше нуля.");
        }

        return new Finding("jobs", FindingLevel.Sound, $"Хранилище работ исправно, ждут или идут: {unfinished.Count}.");
    }

    /// <summary>The last line of each chain must be what its head says; <c>audit verify</c> reads the whole of them.</summary>
    private async Task<Finding> CheckAuditHead(CancellationToken cancel)
    {
        var broken = await Scalar(
            """
            SELECT (SELECT COUNT(*) FROM audit_heads h
                LEFT JOIN audit_entries e ON e.chain = h.chain AND e.sequence = h.sequence
                WHERE h.sequence > 0 AND (e.hash IS NULL OR e.hash <> h.hash)
                   OR EXISTS (SELECT 1 FROM audit_entries later WHERE later.chain = h.chain AND later.sequence > h.sequence))
                + (SELECT COUNT(*) FROM audit_entries e WHERE NOT EXISTS (SELECT 1 FROM audit_heads h WHERE h.chain = e.chain))
            """, cancel);
        if (Convert.ToInt64(broken, CultureInfo.InvariantCulture) > 0)
        {
            return new Finding("audit-head", FindingLevel.Problem, "Конец журнала не сходится с его отметкой: строки убраны или добавлены. Выполните: marshrut audit verify");
        }

        await using var scope = services.CreateAsyncScope();
        var head = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Head(cancel);
        return new Finding("audit", FindingLevel.Sound, $"Журнал на отметке {head}.");
    }

    private async Task<object?> Scalar(string sql, CancellationToken cancel)
    {
        await using var connection = database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }
}

/// <param name="Findings">In the order of looking.</param>
public sealed record InstallationReport(IReadOnlyList<Finding> Findings)
{
    /// <summary>Nothing that must be mended.</summary>
    public bool IsSound => Findings.All(finding => finding.Level != FindingLevel.Problem);
}
