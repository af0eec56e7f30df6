using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>A line of the history of imports: counts, no people.</summary>
public sealed record ImportLine(
    long Id, string FileName, ImportState State, int Read, int Created, int Updated, int Unchanged, int Rejected, string Actor, DateTime CreatedAt, bool RowsKept);

/// <summary>The imports of the organisation in scope, newest first.</summary>
public sealed class ListImports(MarshrutDb db) : IUseCase
{
    /// <param name="before">Number of the last line of the page before; null: the first page.</param>
    /// <param name="count">Lines on a page.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<ImportLine>> List(long? before, int count, CancellationToken cancel)
    {
        var limit = before ?? long.MaxValue;
        return await db.Imports.AsNoTracking()
            .Where(row => row.Id < limit)
            .OrderByDescending(row => row.Id)
            .Take(count)
            .Select(row => new ImportLine(
                row.Id, row.FileName, row.State, row.Read, row.Created, row.Updated, row.Unchanged, row.Rejected, row.Actor, row.CreatedAt,
                db.ImportChunks.Any(chunk => chunk.ImportId == row.Id && chunk.Number == 0)))
            .ToListAsync(cancel);
    }
}
