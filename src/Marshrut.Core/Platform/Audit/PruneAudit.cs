using System.Globalization;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Platform.Audit;

/// <summary>
/// Lines older than <c>Audit:KeepYears</c> go (DOMAIN §13); in each chain one checkpoint stands in their place and carries the hash of the last of them,
/// so what is left still verifies (R33). The chain itself tells of it, and <see cref="VerifyAudit"/> takes no checkpoint without that line. One
/// transaction a chain: a command that was cut off is simply given again.
/// </summary>
public sealed class PruneAudit(MarshrutDb db, DatabaseAccess database, CoreSettings settings, TimeProvider clock) : IUseCase
{
    /// <returns>How many lines went.</returns>
    public async Task<int> Prune(CancellationToken cancel)
    {
        var before = clock.UtcNow().AddYears(-settings.AuditKeepYears);
        var removed = 0;
        foreach (var chain in await db.AuditHeads.AsNoTracking().OrderBy(head => head.Chain).Select(head => head.Chain).ToListAsync(cancel))
        {
            removed += await Prune(chain, before, cancel);
            db.ChangeTracker.Clear();
        }

        if (removed > 0)
        {
            await database.EmptyLog(cancel);
        }

        return removed;
    }

    private async Task<int> Prune(string chain, DateTime before, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var lines = db.AuditEntries.AsNoTracking().Where(entry => entry.Chain == chain);

        // Up to the first line that is kept: a clock that once went wrong makes no holes.
        var firstKept = await lines.Where(entry => entry.At >= before).MinAsync(entry => (long?)entry.Sequence, cancel) ?? long.MaxValue;
        var expired = lines.Where(entry => entry.Sequence < firstKept);
        var last = await expired.OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancel);
        if (last is null || last.Action == AuditActions.Checkpoint)
        {
            return 0;
        }

        var removed = await expired.CountAsync(entry => entry.Action != AuditActions.Checkpoint, cancel);
        await db.AuditEntries.Where(entry => entry.Chain == chain && entry.Sequence < firstKept).ExecuteDeleteAsync(cancel);
        db.AuditEntries.Add(Checkpoint(last));
        db.Audit(new AuditDraft(
            OrganizationOf(chain), AuditActions.Pruned, "journal", last.Sequence, Details: new { removed, keptFrom = before, last = Convert.ToHexStringLower(last.Hash) }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return removed;
    }

    /// <summary>Stands at the place of the last expired line and hands its hash on to the first one kept.</summary>
    private static AuditEntry Checkpoint(AuditEntry last)
    {
        var draft = Of([]);
        return Of(AuditHash.Of(draft));

        AuditEntry Of(byte[] hash) => new()
        {
            Chain = last.Chain,
            Sequence = last.Sequence,
            At = last.At,
            Actor = SystemActors.Prune,
            Action = AuditActions.Checkpoint,
            SubjectKind = "journal",
            Details = "{}",
            PreviousHash = last.Hash,
            Hash = hash,
        };
    }

    private static long? OrganizationOf(string chain) =>
        chain == AuditLog.InstallationChain ? null : long.Parse(chain.AsSpan("org:".Length), CultureInfo.InvariantCulture);
}
