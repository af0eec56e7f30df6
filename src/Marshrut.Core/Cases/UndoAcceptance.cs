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
        var untouched = (await Untouched([.. items.Select(item => item.CaseId!.Value)], cancel)).ToDictionary(row => row.Id);
        var undone = items.FindAll(item => untouched.ContainsKey(item.CaseId!.Value));
        await Remove([.. undone.Select(item => untouched[item.CaseId!.Value]).Where(row => row.IsOnlyGround)], cancel);
        foreach (var item in undone)
        {
            if (untouched[item.CaseId!.Value].IsOnlyGround)
            {
                db.Audit(new AuditDraft(own, AuditActions.AcceptanceUndone, "case", item.CaseId, Details: new { item = item.Id }));
            }
            else
            {
                // The centre knows the person by another way too: what was handed over goes, the rest is put together anew.
                await db.Forget(item, sealer, clock.Today(), AuditActions.AcceptanceUndone, cancel);
                await db.Cases.Where(row => row.TransferItemId == item.Id).ExecuteDeleteAsync(cancel);
            }

            item.UndoAccept();
            db.Audit(new AuditDraft(item.FromOrganizationId, AuditActions.AcceptanceUndone, "transfer", item.TransferId, item.PersonId, new { item = item.Id }));
        }

        await bulk.Update(undone, columns, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new AnsweredPeople(undone.Count, items.Count - undone.Count);
    }

    /// <summary>A curator may be named; nothing else may have been done or written.</summary>
    private async Task<List<UntouchedCase>> Untouched(List<long> caseIds, CancellationToken cancel) =>
        await db.Cases.AsNoTracking()
            .Where(row => caseIds.Contains(row.Id) && row.PersonId != null && row.Version <= 1 && (row.State == CaseState.Opened || row.State == CaseState.InWork)
                && !db.CaseEntries.Any(entry => entry.CaseId == row.Id && entry.Kind != CaseEntryKind.Step)
                && !db.Plans.Any(plan => plan.CaseId == row.Id)
                && !db.Visits.Any(visit => visit.CaseId == row.Id)
                && !db.PersonFiles.Any(file => file.Place == PersonFilePlace.Case && file.AttachedTo == row.Id)
                && !db.ServiceApplications.Any(application => application.CaseId == row.Id)
                && !db.ExchangeNotes.Any(note => note.ItemId == row.TransferItemId))
            .Select(row => new UntouchedCase(row.Id, row.PersonId!.Value, row.MadePerson && !db.Cases.Any(other => other.PersonId == row.PersonId && other.Id != row.Id)))
            .ToListAsync(cancel);

    /// <summary>All that the acceptance made, many at once.</summary>
    private async Task Remove(IReadOnlyCollection<UntouchedCase> cases, CancellationToken cancel)
    {
        if (cases.Count == 0)
        {
            return;
        }

        var ids = cases.Select(row => row.Id).ToList();
        await db.Cases.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        await db.RemoveAtCentre(db.Scope.OrganizationId, [.. cases.Select(row => row.PersonId)], cancel);
        var organization = await db.Organizations.SingleAsync(row => row.Id == db.Scope.OrganizationId, cancel);
        organization.RegisterVersion++;
    }

    /// <param name="IsOnlyGround">The acceptance made the person's row, and nothing else holds it.</param>
    private sealed record UntouchedCase(long Id, long PersonId, bool IsOnlyGround);
}
