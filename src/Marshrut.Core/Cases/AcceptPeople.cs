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
public sealed class AcceptPeople(
    MarshrutDb db, BulkWriter bulk, Sealer sealer, Fingerprint fingerprint, FindCurator curators, ListCuratorLoads loads, TellStaff staff, TimeProvider clock) : IUseCase
{
    /// <summary>At most: person, enrolment, ledger row, case.</summary>
    private const int IdsPerPerson = 4;

    private static readonly string[] answered =
        [nameof(TransferItem.State), nameof(TransferItem.AnsweredAt), nameof(TransferItem.AnsweredBy), nameof(TransferItem.CaseId), nameof(TransferItem.CaseState),
         nameof(TransferItem.CuratorName), nameof(TransferItem.CuratorId), nameof(TransferItem.LastActivityOn), nameof(TransferItem.Version)];

    /// <param name="itemIds">Ids that do not wait for the organisation in scope are passed by.</param>
    /// <param name="choice">Who works with them.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <exception cref="RuleViolation">Nobody is chosen; no such curator; <c>nobody-there</c> to share out among.</exception>
    public async Task<AnsweredPeople> Accept(IReadOnlyCollection<long> itemIds, CuratorChoice choice, CancellationToken cancel)
    {
        if (itemIds.Count == 0)
        {
            throw new RuleViolation("nobody-chosen", "Никто не выбран. Отметьте людей в очереди.");
        }

        var one = choice.UserId is { } user ? await curators.Find(user, cancel) : null;
        var ids = new IdRange(db.Ids.Reserve(itemIds.Count * IdsPerPerson), itemIds.Count * IdsPerPerson);
        var noticeIds = staff.TakeIds(drafts: itemIds.Count);
        var curatorNoticeIds = new IdRange(db.Ids.Reserve(itemIds.Count), itemIds.Count);
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
        var given = choice.Evenly ? await Share(items, cancel) : items.ToDictionary(item => item.Id, _ => one);
        taking.Make(sealer, fingerprint, item => given[item.Id]);
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

        foreach (var people in given.Values.OfType<Curator>().CountBy(curator => curator.UserId))
        {
            await staff.Tell(new NoticeDraft(NoticeKind.CuratorAssigned, db.Scope.OrganizationId, Permission.WorkCases, 0, people.Value, UserId: people.Key), curatorNoticeIds, cancel);
        }

        var organization = db.Scope.OrganizationId;
        await db.Organizations.Where(row => row.Id == organization).ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisterVersion, row => row.RegisterVersion + 1), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new AnsweredPeople(items.Count, itemIds.Distinct().Count() - items.Count, now);
    }

    /// <summary>Of the present load, under the lock: two who take over at once share out together.</summary>
    private async Task<Dictionary<long, Curator?>> Share(List<TransferItem> items, CancellationToken cancel)
    {
        var there = (await loads.List(cancel)).Where(work => work.AwayUntil is null).ToList();
        if (there.Count == 0)
        {
            throw new RuleViolation("nobody-there", "Разделить не на кого: кураторов в центре занятости нет или все в отпуске. Примите без куратора.");
        }

        var next = new PriorityQueue<Curator, (int Active, int Place)>();
        for (var place = 0; place < there.Count; place++)
        {
            next.Enqueue(there[place].Curator, (there[place].Active, place));
        }

        var given = new Dictionary<long, Curator?>();
        foreach (var item in items.OrderByDescending(item => item.Priority).ThenBy(item => item.Id))
        {
            next.TryDequeue(out var curator, out var carries);
            given[item.Id] = curator;
            next.Enqueue(curator!, (carries.Active + 1, carries.Place));
        }

        return given;
    }
}
