using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Transfers.Queue;

/// <param name="Done">How many it was done to.</param>
/// <param name="Passed">How many were answered, revoked or withdrawn meanwhile.</param>
/// <param name="At">When it was done; null: it cannot be taken back.</param>
public sealed record AnsweredPeople(int Done, int Passed, DateTime? At = null);

/// <summary>An employment centre gives people back, one or many, for one reason. What it had been handed of them is forgotten at once.</summary>
public sealed class ReturnPeople(MarshrutDb db, BulkWriter bulk, Sealer sealer, TellStaff staff, TimeProvider clock) : IUseCase
{
    internal static readonly string[] Columns =
    [
        nameof(TransferItem.State), nameof(TransferItem.Snapshot), nameof(TransferItem.District), nameof(TransferItem.AnsweredAt), nameof(TransferItem.AnsweredBy),
        nameof(TransferItem.ReturnReason), nameof(TransferItem.ReturnNote), nameof(TransferItem.CaseId), nameof(TransferItem.Version),
    ];

    /// <exception cref="RuleViolation">Nobody is chosen; no words for «другая причина».</exception>
    public async Task<AnsweredPeople> Return(IReadOnlyCollection<long> itemIds, ReturnReason reason, string? note, CancellationToken cancel)
    {
        var words = TransferItem.NoteFor(reason, note);
        if (itemIds.Count == 0)
        {
            throw new RuleViolation("nobody-chosen", "Никто не выбран. Отметьте людей в очереди.");
        }

        var noticeIds = staff.TakeIds(drafts: itemIds.Count);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var items = await Waiting(itemIds, cancel);
        foreach (var item in items)
        {
            item.Return(reason, words is null ? null : sealer.SealNote(words, SealPurpose.ReturnNote, item.Id), clock.UtcNow(), db.Scope.Actor);
            db.Audit(new AuditDraft(item.FromOrganizationId, AuditActions.PersonReturned, "transfer", item.TransferId, item.PersonId, new { item = item.Id, reason = (int)reason }));
        }

        foreach (var transfer in items.GroupBy(item => item.TransferId))
        {
            db.Audit(new AuditDraft(
                db.Scope.OrganizationId, AuditActions.PersonReturned, "transfer", transfer.Key, Details: new { reason = (int)reason, items = transfer.Select(item => item.Id) }));
        }

        await staff.TellOtherSide(NoticeKind.PeopleReturned, items, db.Scope.OrganizationId, noticeIds, cancel);

        await bulk.Update(items, Columns, cancel);
        await db.LetGo(items.Select(item => item.Id), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new AnsweredPeople(items.Count, itemIds.Distinct().Count() - items.Count);
    }

    /// <summary>Only the receiving side answers.</summary>
    private async Task<List<TransferItem>> Waiting(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        [.. (await db.LockItems(ids, cancel)).Where(item => item.ToOrganizationId == db.Scope.OrganizationId && item.State == TransferItemState.Waiting)];
}
