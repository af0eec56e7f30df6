using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Platform.Data;

/// <summary>Brings the tables of the installation to this version and lets the database remember the key ring (R28). Calling it again changes nothing.</summary>
public sealed class MigrateDatabase(MarshrutDb db, JobDatabase jobDatabase, JobStoreSchema jobs, RememberedRing remembered, KeyRing ring, TimeProvider clock) : IUseCase
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>Names of the migrations applied, oldest first; empty where everything was current.</returns>
    /// <exception cref="InstallationProblem">Another process migrates and does not finish, or the database is newer than the program.</exception>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancel)
    {
        await CheckSchema.RefuseNewer(db, cancel);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            await Apply(cancel);
        }

        await jobs.Provision(cancel);
        remembered.Remember(ring);
        return pending;
    }

    private async Task Apply(CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.MigrateAsync(cancel);
            return;
        }

        await using var held = await Lock(cancel);

        // EF marks a running migration of SQLite by a row, which outlives a killed process and would be waited for without end. Ours dies with it.
        await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        await db.Database.MigrateAsync(cancel);
    }

    private async Task<JobLock> Lock(CancellationToken cancel)
    {
        var begun = clock.GetTimestamp();
        while (clock.GetElapsedTime(begun) < Patience)
        {
            if (await JobLock.TryTake(jobDatabase, "migrate", cancel) is { } held)
            {
                return held;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancel);
        }

        throw new InstallationProblem("migration-busy", "Другой запуск программы уже обновляет базу данных. Дождитесь его конца и повторите.");
    }
}
