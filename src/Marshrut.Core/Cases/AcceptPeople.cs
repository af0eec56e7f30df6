using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Core.Transfers.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>
/// An employment centre takes people of transfers over, one or many: each gets a row in the centre's own register (R41), unless the centre knows the person
/// already, and a case, with a curator if one is named at once.
/// </summary>
public sealed class AcceptPeople(MarshrutDb db, BulkWriter bulk, Sealer sealer, Fingerprint fingerprint, FindCurator curators, TellStaff staff, TimeProvider clock) : IUseCase
{
    /// <summary>At most: person, enrolment, ledger row, case.</summary>
    private const int IdsPerPerson = 4;

    private static readonly string[] answered =
        [nameof(TransferItem.State), nameof(TransferItem.AnsweredAt), nameof(TransferItem.AnsweredBy), nameof(TransferItem.CaseId), nameof(TransferItem.CaseState),
         nameof(TransferItem.CuratorName), nameof(TransferItem.CuratorId), nameof(TransferItem.LastActivityOn), nameof(TransferItem.Version)];

    /// <param name="itemIds">Ids that do not wait for the organisation in scope are passed by.</param>
    /// <param name="curatorId">User of the centre; null: named later.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="RuleViolation">Nobody is chosen; no such curator.</exception>
    public async Task<AnsweredPeople> Accept(IReadOnlyCollection<long> itemIds, long? curatorId, CancellationToken cancel)
    {
        if (itemIds.Count == 0)
        {
            throw new RuleViolation("nobody-chosen", "Никто не выбран. Отметьте людей в очереди.");
        }

        var curator = curatorId is { } user ? await curators.Find(user, cancel) : null;
        var ids = new IdRange(db.Ids.Reserve(itemIds.Count * IdsPerPerson), itemIds.Count * IdsPerPerson);
        var noticeIds = staff.TakeIds(drafts: itemIds.Count + 1);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Organizations.OrganizationLock.Take(db, cancel);
        var items = (await db.LockItems(itemIds, cancel))
            .Where(item => item.ToOrganizationId == db.Scope.OrganizationId && item.State == TransferItemState.Waiting)
            .ToList();
        var now = clock.UtcNow();
        var taking = new TakingOver(db.Scope.OrganizationId, now, clock.Today(), db.Scope.Actor, ids.Take);
        foreach (var item in items)
        {
            taking.Add(item, TransferSnapshot.Open(sealer, item.Snapshot!, item.Id));
        }

        await taking.FindKnown(db, fingerprint, cancel);
        taking.Make(sealer, fingerprint, curator);
        await bulk.Insert(taking.People, cancel);
        await bulk.Insert(taking.Enrolments, cancel);
        await bulk.Insert(taking.Ledger, cancel);
        await bulk.Insert(taking.Cases, cancel);
        await bulk.Update(items, answered, cancel);
        foreach (var draft in taking.Journal)
        {
            db.Audit(draft);
        }

        await staff.TellOtherSide(NoticeKind.PeopleAccepted, items, db.Scope.OrganizationId, noticeIds, cancel);

        if (curator is not null && items.Count > 0)
        {
            await staff.Tell(new NoticeDraft(NoticeKind.CuratorAssigned, db.Scope.OrganizationId, Permission.WorkCases, 0, items.Count, UserId: curator.UserId), noticeIds, cancel);
        }

        var organization = db.Scope.OrganizationId;
        await db.Organizations.Where(row => row.Id == organization).ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisterVersion, row => row.RegisterVersion + 1), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new AnsweredPeople(items.Count, itemIds.Distinct().Count() - items.Count, now);
    }
}
