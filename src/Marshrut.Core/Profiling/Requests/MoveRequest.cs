using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Profiling;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Requests;

/// <param name="Seen">Version that the form was filled in for.</param>
/// <param name="ResponsibleId">Of <see cref="RequestStep.Assign"/>.</param>
/// <param name="Result">What came of it, or why it is no longer needed.</param>
public sealed record RequestMove(long Id, RequestStep Step, int Seen, long? ResponsibleId = null, string? Result = null);

/// <summary>Somebody answers for a request, it is met, withdrawn or opened anew.</summary>
public sealed class MoveRequest(MarshrutDb db, Sealer sealer, ListResponsible staff, TellStaff tell, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such request here.</returns>
    /// <exception cref="RuleViolation">
    /// <c>request-changed</c>; <c>step-not-possible</c>; <c>no-such-responsible</c>; <c>text-missing</c>; <c>request-going</c>: another of this type goes on.
    /// </exception>
    public async Task<bool> Move(RequestMove move, CancellationToken cancel)
    {
        var noticeIds = tell.TakeIds();
        if (await db.ClientRequests.FirstOrDefaultAsync(row => row.Id == move.Id, cancel) is not { } request)
        {
            return false;
        }

        if (request.Version != move.Seen)
        {
            throw Changed(request);
        }

        switch (move.Step)
        {
            case RequestStep.Assign:
                await Assign(request, move.ResponsibleId, noticeIds, cancel);
                break;
            case RequestStep.Meet:
                Close(request, move, "Напишите, что сделано: это увидят коллеги.");
                break;
            case RequestStep.Withdraw:
                Close(request, move, "Напишите, почему запрос больше не нужен.");
                break;
            default:
                request.Reopen();
                break;
        }

        db.Audit(new AuditDraft(
            request.OrganizationId, AuditActions.RequestMoved, "request", request.Id, request.PersonId, new { type = request.Type, state = request.State, responsible = request.ResponsibleId }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Changed(request);
        }
        catch (DbUpdateException problem) when (UniqueRows.Broken(problem))
        {
            throw new RuleViolation("request-going", "Такой же запрос этого человека уже открыт. Продолжите его.");
        }

        return true;
    }

    private async Task Assign(ClientRequest request, long? userId, IdRange noticeIds, CancellationToken cancel)
    {
        if (userId is not { } user || (await staff.List(cancel)).All(one => one.UserId != user))
        {
            throw new RuleViolation("no-such-responsible", "Выберите, кто отвечает за запрос.");
        }

        if (request.ResponsibleId == user)
        {
            throw new RuleViolation("step-not-possible", "Этот специалист уже отвечает за запрос.");
        }

        request.Assign(user);
        await tell.Tell(new NoticeDraft(NoticeKind.RequestAssigned, request.OrganizationId, Permission.EditPeople, 0, 1, UserId: user), noticeIds, cancel);
    }

    private void Close(ClientRequest request, RequestMove move, string whenEmpty) =>
        request.Close(move.Step, sealer.SealNote(WrittenText.Of(move.Result, whenEmpty), SealPurpose.RequestResult, request.Id), clock.Today());

    private static RuleViolation Changed(ClientRequest request) =>
        new("request-changed", $"Пока вы писали, запрос изменил другой: сейчас он {RequestWords.State(request.State)}. Ваш ввод сохранён: проверьте и нажмите кнопку ещё раз.");
}
