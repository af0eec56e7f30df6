using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>
/// «Приняты 12 человек. Отменить»: whom the acting user took over at one moment, and nobody has begun to work with, waits again; the term runs on as it did.
/// The case and the row that the acceptance made go, as they do when a consent is withdrawn.
/// </summary>
public sealed class UndoAcceptance(MarshrutDb db, BulkWriter bulk, Sealer sealer, TimeProvider clock) : IUseCase
{
    private static readonly string[] columns =
        [.. ReturnPeople.Columns, nameof(TransferItem.CaseState), nameof(TransferItem.CuratorName), nameof(TransferItem.CuratorId), nameof(TransferItem.LastActivityOn), nameof(TransferItem.ContactsTaken)];

    /// <param name="moment"><see cref="AnsweredPeople.At"/>, to the millisecond.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>Done: who waits again; passed: whom somebody works with already.</returns>
    public async Task<AnsweredPeople> Undo(DateTime moment, CancellationToken cancel)
    {
        var (own, actor, end) = (db.Scope.OrganizationId, db.Scope.Actor, moment.AddMilliseconds(1));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        var ids = await db.TransferItems.AsNoTracking()
            .Where(row => row.ToOrganizationId == own && row.State == TransferItemState.Accepted && row.AnsweredBy == actor && row.AnsweredAt >= moment && row.AnsweredAt < end)
            .Select(row => row.Id).ToListAsync(cancel);
        var items = (await db.LockItems(ids, cancel)).Where(item => item is { State: TransferItemState.Accepted, CaseId: not null }).ToList();
        var untouched = await Untouched([.. items.Select(item => item.CaseId!.Value)], cancel);
        var undone = items.FindAll(item => untouched.Contains(item.CaseId!.Value));
        foreach (var item in undone)
        {
            await db.Forget(item, sealer, clock.Today(), AuditActions.AcceptanceUndone, cancel);
            await db.Cases.Where(row => row.TransferItemId == item.Id).ExecuteDeleteAsync(cancel);
            item.UndoAccept();
            db.Audit(new AuditDraft(item.FromOrganizationId, AuditActions.AcceptanceUndone, "transfer", item.TransferId, item.PersonId, new { item = item.Id }));
        }

        await bulk.Update(undone, columns, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new AnsweredPeople(undone.Count, items.Count - undone.Count);
    }

    /// <summary>A curator may be named; nothing else may have been done or written.</summary>
    private async Task<HashSet<long>> Untouched(List<long> caseIds, CancellationToken cancel) =>
    [
        .. await db.Cases.AsNoTracking()
            .Where(row => caseIds.Contains(row.Id) && row.Version <= 1 && (row.State == CaseState.Opened || row.State == CaseState.InWork)
                && !db.CaseEntries.Any(entry => entry.CaseId == row.Id && entry.Kind != CaseEntryKind.Step)
                && !db.Plans.Any(plan => plan.CaseId == row.Id)
                && !db.Visits.Any(visit => visit.CaseId == row.Id)
                && !db.PersonFiles.Any(file => file.Place == PersonFilePlace.Case && file.AttachedTo == row.Id)
                && !db.ServiceApplications.Any(application => application.CaseId == row.Id)
                && !db.ExchangeNotes.Any(note => note.ItemId == row.TransferItemId))
            .Select(row => row.Id).ToListAsync(cancel),
    ];
}
