using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>
/// An uploaded file that nobody applied is personal data without a purpose: after <c>Imports:KeepStagedDays</c> its rows and its report go, and the
/// list of uploads keeps only that it was (DOMAIN §13). Of a written file the report stays.
/// </summary>
public sealed class DropStaleImports(MarshrutDb db, JobSettings settings, TimeProvider clock) : IRecurringWork
{
    public string Kind => "drop-stale-imports";

    public string Title => "Уборка незаписанных файлов";

    public string Cron => "0 30 3 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-settings.KeepStagedDays);
        var organizations = await db.Organizations.OrderBy(row => row.Id).Select(row => new { row.Id, row.RegionCode }).ToListAsync(cancel);
        var dropped = 0;
        for (var i = 0; i < organizations.Count; i++)
        {
            // One organisation at a time, in its own scope: the filter of the tenancy is not lifted.
            db.Scope.EnterOrganization(organizations[i].Id, organizations[i].RegionCode);
            dropped += await Drop(before, cancel);
            context.Report(i + 1, organizations.Count, "просмотр организаций");
        }

        if (dropped > 0 && db.Database.IsSqlite())
        {
            // What was deleted must not live on in the log of the database.
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        }

        context.Summary = dropped == 0 ? "Убирать нечего." : $"Убрано незаписанных файлов: {dropped}.";
    }

    private async Task<int> Drop(DateTime before, CancellationToken cancel)
    {
        var stale = db.Imports.Where(row => row.CreatedAt < before
            && (row.State == ImportState.Staged || row.State == ImportState.Discarded || row.State == ImportState.Failed)
            && (row.Report != null || row.State == ImportState.Staged || db.ImportChunks.Any(chunk => chunk.ImportId == row.Id)));

        // The rows of a written file wait for its error workbook only; the ledger has what came in.
        var written = db.Imports.Where(row => row.CreatedAt < before && (row.State == ImportState.Applied || row.State == ImportState.Undone));
        await db.ImportChunks.Where(chunk => written.Any(row => row.Id == chunk.ImportId)).ExecuteDeleteAsync(cancel);
        var dropped = 0;
        foreach (var import in await stale.ToListAsync(cancel))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            import.State = import.State == ImportState.Staged ? ImportState.Discarded : import.State;
            import.Report = null;
            await db.SaveChangesAsync(cancel);
            await db.ImportChunks.Where(chunk => chunk.ImportId == import.Id).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
            dropped++;
        }

        return dropped;
    }
}
