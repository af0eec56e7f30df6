using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Platform.Audit;

/// <summary>Walks every chain from its start and recomputes every hash: finds a line altered, removed or put in (R33).</summary>
public sealed class VerifyAudit(MarshrutDb db) : IUseCase
{
    /// <param name="expectedHead">What <c>audit head</c> once printed; null: not compared. Catches a cut tail.</param>
    /// <param name="cancel">Stops the walk.</param>
    public async Task<AuditVerdict> Verify(string? expectedHead, CancellationToken cancel)
    {
        var heads = await db.AuditHeads.AsNoTracking().OrderBy(head => head.Chain).ToListAsync(cancel);
        var chains = await db.AuditEntries.Select(entry => entry.Chain).Distinct().OrderBy(chain => chain).ToListAsync(cancel);

        // The chain tells of its own pruning: a checkpoint that the command did not make hides lines that were cut off.
        // A line whose number was taken out of it vouches for none.
        var pruned = (await db.AuditEntries.Where(entry => entry.Action == AuditActions.Pruned && entry.SubjectId != null).Select(entry => new { entry.Chain, entry.SubjectId }).ToListAsync(cancel))
            .Select(entry => (entry.Chain, entry.SubjectId!.Value)).ToHashSet();
        long rows = 0;
        foreach (var chain in chains.Union(heads.Select(head => head.Chain)).Order(StringComparer.Ordinal))
        {
            var previous = AuditHash.Start(chain);
            long sequence = 0;
            await foreach (var entry in db.AuditEntries.AsNoTracking().Where(entry => entry.Chain == chain).OrderBy(entry => entry.Sequence)
                .AsAsyncEnumerable().WithCancellation(cancel))
            {
                rows++;
                if (entry.Action == AuditActions.Checkpoint && sequence == 0)
                {
                    if (!AuditHash.Of(entry).AsSpan().SequenceEqual(entry.Hash) || !pruned.Contains((chain, entry.Sequence)))
                    {
                        return AuditVerdict.Broken(rows, chain, entry.Sequence, "altered");
                    }

                    // Expired lines were replaced by a checkpoint: it stands in the place of the last of them and carries its hash.
                    previous = entry.PreviousHash;
                    sequence = entry.Sequence;
                    continue;
                }

                if (entry.Sequence != sequence + 1)
                {
                    return AuditVerdict.Broken(rows, chain, sequence + 1, "missing");
                }

                if (!entry.PreviousHash.AsSpan().SequenceEqual(previous) || !AuditHash.Of(entry).AsSpan().SequenceEqual(entry.Hash))
                {
                    return AuditVerdict.Broken(rows, chain, entry.Sequence, "altered");
                }

                previous = entry.Hash;
                sequence = entry.Sequence;
            }

            var head = heads.FirstOrDefault(head => head.Chain == chain);
            if (head is null || head.Sequence != sequence || !head.Hash.AsSpan().SequenceEqual(previous))
            {
                return AuditVerdict.Broken(rows, chain, Math.Max(sequence, head?.Sequence ?? 0), "head");
            }
        }

        var actual = AuditHash.OfHeads(heads);
        return expectedHead is not null && !string.Equals(expectedHead, actual, StringComparison.OrdinalIgnoreCase)
            ? AuditVerdict.Broken(rows, "*", 0, "expected-head")
            : new AuditVerdict(true, rows, actual, null, null, null);
    }

    /// <summary>The hash over all heads.</summary>
    public async Task<string> Head(CancellationToken cancel) =>
        AuditHash.OfHeads(await db.AuditHeads.AsNoTracking().ToListAsync(cancel));
}

/// <param name="Problem"><c>missing</c>, <c>altered</c>, <c>head</c> or <c>expected-head</c>; null when sound.</param>
public sealed record AuditVerdict(bool Sound, long Rows, string? Head, string? Chain, long? Sequence, string? Problem)
{
    public static AuditVerdict Broken(long rows, string chain, long sequence, string problem) => new(false, rows, null, chain, sequence, problem);
}
