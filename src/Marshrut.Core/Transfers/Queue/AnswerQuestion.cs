using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Queue;

/// <summary>The ЦК answers what the ЦЗН asked about one person.</summary>
public sealed class AnswerQuestion(MarshrutDb db, Sealer sealer, TellStaff staff, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such question to the organisation in scope.</returns>
    /// <exception cref="RuleViolation">No text, too long, or answered already.</exception>
    public async Task<bool> Answer(long questionId, string? answer, CancellationToken cancel)
    {
        var text = ExchangedText.Of(answer, whenEmpty: "Напишите ответ.");
        var noticeIds = staff.TakeIds();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.TransferQuestions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == questionId && row.FromOrganizationId == db.Scope.OrganizationId, cancel) is not { } asked)
        {
            return false;
        }

        var item = (await db.LockItems([asked.ItemId], cancel)).Single();
        var question = await db.TransferQuestions.SingleAsync(row => row.Id == questionId, cancel);
        if (question.AnsweredAt is not null)
        {
            throw new RuleViolation("answered-already", "На этот вопрос уже ответили. Обновите страницу: ответ на ней.");
        }

        (question.Answer, question.AnsweredAt, question.AnsweredBy) = (sealer.SealNote(text, SealPurpose.TransferAnswer, question.Id), clock.UtcNow(), db.Scope.Actor);
        db.Audit(new AuditDraft(item.FromOrganizationId, AuditActions.TransferAnswered, "transfer", item.TransferId, item.PersonId, new { item = item.Id }));
        if (Actors.UserIn(question.AskedBy) is { } asker)
        {
            await staff.Tell(new NoticeDraft(NoticeKind.QuestionAnswered, item.ToOrganizationId, Permission.AnswerTransfers, item.Id, 1, item.FromOrganizationId, UserId: asker), noticeIds, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
