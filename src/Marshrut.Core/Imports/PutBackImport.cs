using System.Text.Json;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;

namespace Marshrut.Core.Imports;

/// <summary>
/// A file whose order was lost with the program waits to be looked at again: what would be written now may be something else than what was shown then.
/// </summary>
public sealed class PutBackImport(MarshrutDb db, JobStore jobs) : IUseCase
{
    /// <returns>False: it does not wait for an order, or the order is there after all.</returns>
    public async Task<bool> PutBack(long importId, CancellationToken cancel)
    {
        if ((await jobs.Unfinished(cancel)).Any(job => job.Kind == ApplyImportWork.Name && JsonSerializer.Deserialize<ApplyImportOrder>(job.Arguments, JsonSerializerOptions.Web)!.Import == importId))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await LockedImport.Find(db, importId, cancel) is not { State: ImportState.Queued } run)
        {
            return false;
        }

        run.State = ImportState.Staged;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
