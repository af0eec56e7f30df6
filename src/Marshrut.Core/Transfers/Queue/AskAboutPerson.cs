using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Transfers.Queue;

/// <summary>The ЦЗН asks the ЦК about one person who waits. The term runs on meanwhile: an answer within a day is what both want.</summary>
public sealed class AskAboutPerson(MarshrutDb db, Sealer sealer, TellStaff staff, TimeProvider clock) : IUseCase
{
    /// <returns>False: nobody with this id waits for the organisation in scope.</returns>
    /// <exception cref="RuleViolation">No text, too long, or the person waits no more.</exception>
    public async Task<bool> Ask(long itemId, string? question, CancellationToken cancel)
    {
        var text = ExchangedText.Of(question, whenEmpty: "Напишите, что уточнить.");
        var (id, noticeIds) = (db.Ids.Take(), staff.TakeIds());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if ((await db.LockItems([itemId], cancel)).SingleOrDefault(row => row.ToOrganizationId == db.Scope.OrganizationId) is not { } item)
        {
            return false;
        }

        if (item.State != TransferItemState.Waiting)
        {
            throw new RuleViolation("step-not-possible", $"{TransferWords.Meanwhile(item.State)} Обновите страницу.");
        }

        db.TransferQuestions.Add(new TransferQuestion
        {
            Id = id,
            FromOrganizationId = item.FromOrganizationId,
            ToOrganizationId = item.ToOrganizationId,
            ItemId = item.Id,
            AskedAt = clock.UtcNow(),
            AskedBy = db.Scope.Actor,
            Question = sealer.SealNote(text, SealPurpose.TransferQuestion, id),
        });
        db.Audit(new AuditDraft(item.FromOrganizationId, AuditActions.TransferAsked, "transfer", item.TransferId, item.PersonId, new { item = item.Id }));
        await staff.Tell(new NoticeDraft(NoticeKind.QuestionAsked, item.FromOrganizationId, Permission.SendTransfers, item.Id, 1, item.ToOrganizationId), noticeIds, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
