using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.PassingOn;

/// <param name="OfficeId">The other office.</param>
/// <param name="Words">What it should know: why, and what has been done.</param>
/// <param name="SeenVersion">Of the case that the form was filled in for.</param>
public sealed record PassOnInput(long CaseId, long? OfficeId, string? Words, int SeenVersion);

/// <summary>
/// Gives a handed-over person on to the ЦЗН of another district: the case ends here at once, and the ЦК's transfer to the other office is made by
/// <see cref="PassOnPeople"/>. Until then the person stays held (R35).
/// </summary>
public sealed class PassOnCase(
    MarshrutDb db, CaseBook book, Sealer sealer, FindOtherOffices others, GuardPassingOn guard, TellStaff staff, OrderExchange exchange, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="RuleViolation"><c>came-himself</c>; <c>office-missing</c>; <c>no-agreement</c>; what is missing, or the case cannot end so.</exception>
    public async Task<bool> PassOn(PassOnInput input, CancellationToken cancel)
    {
        var words = WrittenText.Of(input.Words, whenEmpty: "Напишите, почему передаёте и что уже сделано: это прочтут в другом центре и в колледже или вузе.");
        var office = (await others.Find(cancel)).FirstOrDefault(one => one.Id == input.OfficeId)
            ?? throw new RuleViolation("office-missing", "Выберите центр занятости, в который передаёте.");
        var entryId = db.Ids.Reserve(1);
        var noticeIds = staff.TakeIds();
        await using (var transaction = await book.Begin(cancel))
        {
            if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened)
            {
                return false;
            }

            if (opened.Item is not { } item)
            {
                throw new RuleViolation("came-himself", "Этот человек пришёл сам, его никто не передавал: в другой центр он обращается сам. Завершите сопровождение с итогом «переехал».");
            }

            await guard.Guard(item.FromOrganizationId, cancel);
            opened.Case.Close(CaseOutcome.OtherCentre, clock.Today(), lostAfter: 0);
            await db.CancelVisits(input.CaseId, cancel);
            book.Tell(
                opened,
                new CaseEntryDraft(CaseEntryKind.Step, Step: CaseStep.Close, Outcome: CaseOutcome.OtherCentre, On: clock.Today(), Text: $"{office.Name}. {words}"),
                entryId,
                AuditActions.CaseClosed,
                activity: true,
                new { outcome = (int)CaseOutcome.OtherCentre, to = office.Id });
            item.PassOn(office.Id, sealer.SealNote(words, SealPurpose.PassOnWords, item.Id));
            await staff.Tell(new NoticeDraft(NoticeKind.CasesEnded, item.FromOrganizationId, Permission.SendTransfers, 0, 1, item.ToOrganizationId), noticeIds, cancel);
            await book.Save([opened], cancel);
            await transaction.CommitAsync(cancel);
        }

        await exchange.Order(cancel);
        return true;
    }
}
