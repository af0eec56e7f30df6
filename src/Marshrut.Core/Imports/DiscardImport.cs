using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>Puts an uploaded file away unwritten: its rows and its report go at once.</summary>
public sealed class DiscardImport(MarshrutDb db) : IUseCase
{
    /// <exception cref="RuleViolation">It is being written, or was.</exception>
    public async Task Discard(long importId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = await LockedImport.Find(db, importId, cancel);
        if (run is not { State: ImportState.Staged or ImportState.Failed })
        {
            throw new RuleViolation("import-not-staged", "Этот файл уже записывается, записан или убран.");
        }

        run.State = ImportState.Discarded;
        run.Report = null;
        await db.SaveChangesAsync(cancel);
        await db.ImportChunks.Where(chunk => chunk.ImportId == importId).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
