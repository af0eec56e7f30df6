using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Platform.Data;

/// <summary>Are the tables those of this version? On PostgreSQL only <c>migrate</c> changes them, so every other verb asks first (R28).</summary>
public sealed class CheckSchema(MarshrutDb db, JobStoreSchema jobs) : IUseCase
{
    /// <exception cref="InstallationProblem">They are not; the sentence says what to run.</exception>
    public async Task Check(CancellationToken cancel)
    {
        await RefuseNewer(db, cancel);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        if (pending > 0)
        {
            throw new InstallationProblem("schema-old", $"База данных старше программы (обновлений: {pending}). Сделайте резервную копию и выполните: marshrut migrate");
        }

        if (await jobs.FindProblem(cancel) is { } problem)
        {
            throw new InstallationProblem("jobs-schema", problem + " Выполните: marshrut migrate");
        }
    }

    internal static async Task RefuseNewer(MarshrutDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        if ((await db.Database.GetAppliedMigrationsAsync(cancel)).Any(name => !known.Contains(name)))
        {
            throw new InstallationProblem("schema-new", "База данных новее программы: с ней уже работала более новая версия. Обновите программу.");
        }
    }
}
