using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Transfers.Queue;

namespace Marshrut.Core.Transfers;

/// <summary>The sender takes people back before the employment centre has answered; what was handed over is forgotten at once.</summary>
public sealed class RevokePeople(MarshrutDb db, BulkWriter bulk, TellStaff staff, TimeProvider clock) : IUseCase
{
    /// <exception cref="RuleViolation">Nobody is chosen.</exception>
    public async Task<AnsweredPeople> Revoke(IReadOnlyCollection<long> itemIds, CancellationToken cancel)
    {
        if (itemIds.Count == 0)
        {
            throw new RuleViolation("nobody-chosen", "Никто не выбран. Отметьте людей в списке.");
        }

        var noticeIds = staff.TakeIds(drafts: itemIds.Count);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var items = (await db.LockItems(itemIds, cancel))
            .Where(item => item.FromOrganizationId == db.Scope.OrganizationId && item.State == TransferItemState.Waiting)
            .ToList();
        foreach (var item in items)
        {
            item.Revoke(clock.UtcNow(), db.Scope.Actor);
            db.Audit(new AuditDraft(item.FromOrganizationId, AuditActions.TransferRevoked, "transfer", item.TransferId, item.PersonId, new { item = item.Id }));
        }

        foreach (var transfer in items.GroupBy(item => item.TransferId))
        {
            db.Audit(new AuditDraft(transfer.First().ToOrganizationId, AuditActions.TransferRevoked, "transfer", transfer.Key, Details: new { items = transfer.Select(item => item.Id) }));
        }

        await staff.TellOtherSide(NoticeKind.PeopleRevoked, items, db.Scope.OrganizationId, noticeIds, cancel);

        await bulk.Update(items, ReturnPeople.Columns, cancel);
        await db.LetGo(items.Select(item => item.Id), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new AnsweredPeople(items.Count, itemIds.Distinct().Count() - items.Count);
    }
}
