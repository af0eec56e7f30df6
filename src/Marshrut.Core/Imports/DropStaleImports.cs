using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>
/// Rows of an uploaded file are personal data and are kept while they have a purpose (DOMAIN §13). A file that nobody applied loses its rows and its
/// report after <c>Imports:KeepStagedDays</c>, and the list of uploads keeps only that it was. A written file keeps its report; its rows wait as many
/// days after the writing for the error workbook to be fetched, which needs nothing else: an undo works from the ledger (R45).
/// </summary>
public sealed class DropStaleImports(MarshrutDb db, DatabaseAccess database, JobSettings settings, TimeProvider clock) : IRecurringWork
{
    public string Kind => "drop-stale-imports";

    public string Title => "Уборка строк загруженных файлов";

    public string Cron => "0 30 3 * * ?";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-settings.KeepStagedDays);
        var dropped = await EachOrganization.Visit(db, context, () => Drop(before, cancel), cancel);
        if (dropped > 0)
        {
            await database.EmptyLog(cancel);
        }

        context.Summary = dropped == 0 ? "Убирать нечего." : $"Убраны строки загруженных файлов: {dropped}.";
    }

    /// <returns>How many files lost something.</returns>
    private async Task<int> Drop(DateTime before, CancellationToken cancel) => await DropUnwritten(before, cancel) + await DropRowsOfWritten(before, cancel);

    private async Task<int> DropUnwritten(DateTime before, CancellationToken cancel)
    {
        var stale = await db.Imports.Where(row => row.CreatedAt < before
            && (row.State == ImportState.Staged || row.State == ImportState.Discarded || row.State == ImportState.Failed)
            && (row.Report != null || row.State == ImportState.Staged || db.ImportChunks.Any(chunk => chunk.ImportId == row.Id))).ToListAsync(cancel);
        foreach (var import in stale)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await LockedImport.Find(db, import.Id, cancel) is not { State: ImportState.Staged or ImportState.Discarded or ImportState.Failed })
            {
                continue;
            }

            import.State = import.State == ImportState.Staged ? ImportState.Discarded : import.State;
            import.Report = null;
            await db.SaveChangesAsync(cancel);
            await db.ImportChunks.Where(chunk => chunk.ImportId == import.Id).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return stale.Count;
    }

    private async Task<int> DropRowsOfWritten(DateTime before, CancellationToken cancel)
    {
        var written = await db.Imports.Where(row => row.AppliedAt < before
            && (row.State == ImportState.Applied || row.State == ImportState.Undone)
            && db.ImportChunks.Any(chunk => chunk.ImportId == row.Id)).Select(row => row.Id).ToListAsync(cancel);
        foreach (var importId in written)
        {
            await db.ImportChunks.Where(chunk => chunk.ImportId == importId).ExecuteDeleteAsync(cancel);
        }

        return written.Count;
    }
}
