using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;

namespace Marshrut.Core.Imports;

/// <summary>Orders the writing of a staged import: a job takes it up, after a restart too.</summary>
public sealed class QueueImport(MarshrutDb db, EnqueueJob jobs) : IUseCase
{
    /// <param name="importId">A staged import; one that waits already is ordered once.</param>
    /// <param name="allOrNothing">Write nothing while a row is rejected.</param>
    /// <param name="seen"><see cref="ImportReport.Print"/> of what the user saw: where the writing would do something else by then, it does nothing.</param>
    /// <param name="cancel">Stops the ordering.</param>
    /// <returns>Number of the job's run.</returns>
    /// <exception cref="RuleViolation">It is written or put away already, or rows are rejected and everything was asked for.</exception>
    public async Task<long> Queue(long importId, bool allOrNothing, string? seen, CancellationToken cancel)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var run = await LockedImport.Find(db, importId, cancel);
            if (run is not { State: ImportState.Staged or ImportState.Failed or ImportState.Queued })
            {
                throw new RuleViolation("import-not-staged", "Этот файл уже записан или убран. Загрузите его ещё раз, если нужно.");
            }

            if (allOrNothing && run.Rejected > 0)
            {
                throw ApplyImportWork.RejectedRows(run.Rejected);
            }

            run.State = ImportState.Queued;
            run.AllOrNothing = allOrNothing;
            run.Failure = null;
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return await jobs.Enqueue(ApplyImportWork.Name, new ApplyImportOrder(importId, seen), cancel);
    }
}
