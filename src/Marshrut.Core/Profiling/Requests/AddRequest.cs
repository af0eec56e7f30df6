using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Requests;

/// <param name="EnrolmentId">The card that it is written on.</param>
/// <param name="Wish">What exactly; empty: the type says it all.</param>
/// <param name="ResponsibleId">Who answers for it at once; null: nobody yet.</param>
public sealed record NewRequest(long EnrolmentId, string? Type, string? Wish, long? ResponsibleId);

/// <summary>A specialist writes down what a person wants help with.</summary>
public sealed class AddRequest(MarshrutDb db, Sealer sealer, ListRequestTypes types, ListResponsible staff, TellStaff tell, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such card here.</returns>
    /// <exception cref="RuleViolation"><c>no-type</c>, <c>no-such-responsible</c>, <c>text-long</c>; <c>request-going</c>: one of this type goes on already.</exception>
    public async Task<bool> Add(NewRequest input, CancellationToken cancel)
    {
        var person = await db.Enrolments.AsNoTracking().Where(row => row.Id == input.EnrolmentId).Select(row => (long?)row.PersonId).FirstOrDefaultAsync(cancel);
        if (person is not { } personId)
        {
            return false;
        }

        var type = (await types.List(cancel)).FirstOrDefault(one => one.Code == input.Type && !one.IsRetired)
            ?? throw new RuleViolation("no-type", "Выберите, с чем помочь.");
        var wish = WrittenText.OrNone(input.Wish);
        if (input.ResponsibleId is { } user && (await staff.List(cancel)).All(one => one.UserId != user))
        {
            throw new RuleViolation("no-such-responsible", "Такого специалиста у вас нет, или вход ему закрыт. Выберите другого.");
        }

        if (await db.ClientRequests.AnyAsync(row => row.PersonId == personId && row.Type == type.Code && row.ClosedOn == null, cancel))
        {
            throw Going(type);
        }

        var id = db.Ids.Take();
        var noticeIds = tell.TakeIds();
        var request = new ClientRequest
        {
            Id = id,
            OrganizationId = db.Scope.OrganizationId,
            PersonId = personId,
            Type = type.Code,
            AskedOn = clock.Today(),
            Actor = db.Scope.Actor,
            Wish = wish is null ? null : sealer.SealNote(wish, SealPurpose.RequestWish, id),
        };
        if (input.ResponsibleId is { } responsible)
        {
            request.Assign(responsible);
            await tell.Tell(new NoticeDraft(NoticeKind.RequestAssigned, request.OrganizationId, Permission.EditPeople, 0, 1, UserId: responsible), noticeIds, cancel);
        }

        db.ClientRequests.Add(request);
        db.Audit(new AuditDraft(request.OrganizationId, AuditActions.RequestAdded, "request", id, personId, new { type = type.Code, responsible = input.ResponsibleId }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException problem) when (UniqueRows.Broken(problem))
        {
            // The index keeps one of a type: a double press, or two specialists at once.
            throw Going(type);
        }

        return true;
    }

    private static RuleViolation Going(RequestTypeLine type) =>
        new("request-going", $"Запрос «{type.Title}» у человека уже есть и не закрыт. Откройте его и продолжите.");
}
