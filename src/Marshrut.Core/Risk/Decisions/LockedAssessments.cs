using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Decisions;

/// <summary>What decisions on levels share: who decides, and that two people who decide at once do not decide the same row twice.</summary>
internal static class LockedAssessments
{
    private const int AtOnce = 1000;

    /// <summary>The user who decides: the methodology proposes, a named specialist disposes (DOMAIN §7).</summary>
    /// <exception cref="RuleViolation">A command or a process acts.</exception>
    public static string DecidingUser(this MarshrutDb db) => Actors.UserIn(db.Scope.Actor) is not null
        ? db.Scope.Actor
        : throw new RuleViolation("no-named-user", "Решение об уровне записывается под фамилией специалиста. Войдите в программу под своим именем.");

    /// <summary>
    /// The current assessments among these, held until the transaction ends. Ids of other organisations find nothing. The register comes first, as in a
    /// run: the one would wait for the other's rows otherwise.
    /// </summary>
    public static async Task<List<Assessment>> LockCurrent(this MarshrutDb db, IEnumerable<long> ids, CancellationToken cancel)
    {
        await OrganizationLock.Take(db, cancel);
        var found = new List<Assessment>();
        foreach (var some in ids.Distinct().Order().Chunk(AtOnce))
        {
            // Writing the rows as they are takes their locks on PostgreSQL; on SQLite the transaction itself is the only writer.
            await db.Assessments.Where(row => some.Contains(row.Id) && row.IsCurrent)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsCurrent, row => row.IsCurrent), cancel);
            found.AddRange(await db.Assessments.AsNoTracking().Where(row => some.Contains(row.Id) && row.IsCurrent).ToListAsync(cancel));
        }

        return found;
    }

    /// <summary>A decision on a level makes caches stale and the import under it impossible to undo (R45).</summary>
    public static async Task TellRegister(this MarshrutDb db, IEnumerable<Assessment> decided, CancellationToken cancel)
    {
        foreach (var some in decided.Select(row => row.EnrolmentId).Order().Chunk(AtOnce))
        {
            await db.Enrolments.Where(row => some.Contains(row.Id) && row.LastImportId != null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastImportId, (long?)null), cancel);
        }

        var organization = db.Scope.OrganizationId;
        await db.Organizations.Where(row => row.Id == organization)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisterVersion, row => row.RegisterVersion + 1), cancel);
    }
}
