using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Platform.Encryption;

/// <param name="Rows">Rows that are sealed by it.</param>
public sealed record KeyRow(uint Id, DateTime MadeAt, bool IsCurrent, long Rows);

/// <summary>The keys of the ring and how much each still seals. Reads every sealed column once.</summary>
public sealed class ListKeys(DatabaseAccess database, MarshrutDb db, Sealer sealer, KeyRing ring) : IUseCase
{
    /// <returns>Oldest first.</returns>
    public async Task<IReadOnlyList<KeyRow>> List(CancellationToken cancel)
    {
        var rows = new List<KeyRow>();
        foreach (var id in ring.KeyIds.Order())
        {
            rows.Add(new KeyRow(id, ring.MadeAt(id), id == ring.CurrentId, await CountUnder(id, cancel)));
        }

        return rows;
    }

    /// <summary>Looks into every column of bytes, declared or not: what seems sealed counts as sealed.</summary>
    private async Task<long> CountUnder(uint id, CancellationToken cancel)
    {
        long rows = 0;
        foreach (var column in SealedColumn.AllPossible(db.Model))
        {
            rows += await new SealedRows(database, sealer, column).CountUnder(id, cancel);
        }

        return rows;
    }
}
