using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Queue;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>
/// What becomes of a person's transfers when the consent is withdrawn (R36): whoever waits is waited for no more, whoever was taken over vanishes from the
/// employment centre. Inside the transaction of the withdrawal.
/// </summary>
public sealed class WithdrawHandedPerson(MarshrutDb db, BulkWriter bulk, Sealer sealer, TellStaff staff, TimeProvider clock) : IUseCase
{
    /// <summary>Before the transaction: SQLite has one writer.</summary>
    internal IdRange TakeNoticeIds() => staff.TakeIds();

    /// <param name="personId">A person of the organisation in scope.</param>
    /// <param name="noticeIds">Of <see cref="TakeNoticeIds"/>.</param>
    /// <param name="cancel">Stops before the commit of the caller.</param>
    internal async Task Withdraw(long personId, IdRange noticeIds, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var ids = await db.TransferItems
            .Where(row => row.FromOrganizationId == own && row.PersonId == personId && (row.State == TransferItemState.Waiting || row.State == TransferItemState.Accepted))
            .Select(row => row.Id)
            .ToListAsync(cancel);
        if (ids.Count == 0)
        {
            return;
        }

        var items = (await db.LockItems(ids, cancel)).Where(item => TransferSteps.Allows(item.State, TransferStep.WithdrawConsent)).ToList();
        foreach (var item in items)
        {
            // A centre outside the program has no case here: it is told by the sender, who has the file.
            if (item is { State: TransferItemState.Accepted, CaseId: not null })
            {
                if (await db.Forget(item, sealer, clock.Today(), AuditActions.PersonForgotten, cancel) is { } curator)
                {
                    await staff.Tell(
                        new NoticeDraft(NoticeKind.CaseStopped, item.ToOrganizationId, Permission.WorkCases, item.CaseId ?? 0, 1, UserId: curator), noticeIds, cancel);
                }
            }

            item.WithdrawConsent(clock.UtcNow(), db.Scope.Actor);
        }

        await bulk.Update(
            items,
            [
                .. ReturnPeople.Columns, nameof(TransferItem.CaseState), nameof(TransferItem.CuratorName), nameof(TransferItem.CuratorId), nameof(TransferItem.Contacts),
                nameof(TransferItem.Progress), nameof(TransferItem.PassOnWords), nameof(TransferItem.PlanMadeOn), nameof(TransferItem.PlanSteps), nameof(TransferItem.PlanDone),
            ],
            cancel);
        await db.LetGo(items.Select(item => item.Id), cancel);
    }
}
