using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>Writes to the other side about a person who was taken over, while both work with him.</summary>
public sealed class WriteExchangeNote(MarshrutDb db, Sealer sealer, TellStaff staff, TimeProvider clock) : IUseCase
{
    /// <param name="itemId">Of a transfer between the organisation in scope and another.</param>
    /// <returns>False: there is no such person in transfers of the organisation in scope.</returns>
    /// <exception cref="RuleViolation">No text, too long, or the person was not taken over.</exception>
    public async Task<bool> Write(long itemId, string? text, CancellationToken cancel)
    {
        var words = ExchangedText.Of(text, whenEmpty: "Напишите сообщение.");
        var (id, noticeIds) = (db.Ids.Take(), staff.TakeIds());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if ((await db.LockItems([itemId], cancel)).SingleOrDefault() is not { } item)
        {
            return false;
        }

        if (item.State != TransferItemState.Accepted)
        {
            throw new RuleViolation("step-not-possible", $"{TransferWords.Meanwhile(item.State)} Писать друг другу можно о том, кого центр занятости принял.");
        }

        if (item.CaseId is null)
        {
            throw new RuleViolation("centre-outside", "Этот центр занятости работает вне программы и сообщения не увидит. Свяжитесь с ним по телефону.");
        }

        var byCentre = item.ToOrganizationId == db.Scope.OrganizationId;
        db.ExchangeNotes.Add(new ExchangeNote
        {
            Id = id,
            FromOrganizationId = item.FromOrganizationId,
            ToOrganizationId = item.ToOrganizationId,
            ItemId = item.Id,
            At = clock.UtcNow(),
            Actor = db.Scope.Actor,
            ByCentre = byCentre,
            Text = sealer.SealNote(words, SealPurpose.ExchangeNote, id),
        });
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.ExchangeNoteWritten, "transfer-item", item.Id, byCentre ? null : item.PersonId));
        await staff.Tell(NoticeOf(item, byCentre), noticeIds, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>The curator is told where there is one; else whoever works with cases, and at the ЦК whoever sends transfers.</summary>
    private static NoticeDraft NoticeOf(TransferItem item, bool byCentre) => byCentre
        ? new NoticeDraft(NoticeKind.NoteFromCentre, item.FromOrganizationId, Permission.SendTransfers, item.Id, 1, item.ToOrganizationId)
        : new NoticeDraft(NoticeKind.NoteFromSender, item.ToOrganizationId, Permission.WorkCases, item.CaseId ?? 0, 1, item.FromOrganizationId, UserId: item.CuratorId);
}
