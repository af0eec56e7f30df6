using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <summary>People of transfers as they stand now, held until the transaction ends: an acceptance and a revocation never both succeed.</summary>
internal static class LockedItems
{
    private const int AtOnce = 1_000;

    /// <summary>In the order of their ids, which is the order of locks. Ids of other parties find nothing.</summary>
    public static async Task<List<TransferItem>> LockItems(this MarshrutDb db, IEnumerable<long> ids, CancellationToken cancel)
    {
        var found = new List<TransferItem>();
        foreach (var some in ids.Distinct().Order().Chunk(AtOnce))
        {
            // Writing the rows as they are takes their locks on PostgreSQL; on SQLite the transaction itself is the only writer.
            await db.TransferItems.Where(row => some.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Priority, row => row.Priority), cancel);
            found.AddRange(await db.TransferItems.AsNoTracking().Where(row => some.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancel));
        }

        return found;
    }

    /// <summary>Nobody holds these people any more (R35).</summary>
    public static async Task LetGo(this MarshrutDb db, IEnumerable<long> itemIds, CancellationToken cancel)
    {
        foreach (var some in itemIds.Order().Chunk(AtOnce))
        {
            await db.Holdings.Where(row => some.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        }
    }
}
