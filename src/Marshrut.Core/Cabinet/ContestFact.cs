using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Calendar;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cabinet;

/// <summary>A person writes what is wrong about them; the staff is told and has a term to answer.</summary>
public sealed class ContestFact(MarshrutDb db, Sealer sealer, TellStaff tell, TimeProvider clock) : IUseCase
{
    /// <summary>So many may wait for an answer at once: more are read by nobody.</summary>
    public const int MostOpen = 5;

    /// <param name="own">Whose cabinet it is.</param>
    /// <param name="subject">Code of an ordinary characteristic; anything else: something other.</param>
    /// <param name="text">What is wrong.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <returns>Until when an answer comes.</returns>
    /// <exception cref="RuleViolation"><c>text-missing</c>, <c>text-long</c>, <c>many-open</c>.</exception>
    public async Task<DateOnly> Contest(CabinetOwner own, string? subject, string? text, CancellationToken cancel)
    {
        var words = WrittenText.Of(text, "Напишите, что не так и как правильно.");
        if (await db.FactContests.CountAsync(row => row.PersonId == own.PersonId && row.State == ContestState.Open, cancel) >= MostOpen)
        {
            throw new RuleViolation("many-open", $"Уже {MostOpen} обращений ждут ответа. Дождитесь его или позвоните в центр карьеры.");
        }

        var (id, noticeIds, today) = (db.Ids.Take(), tell.TakeIds(), clock.Today());
        var by = WorkingDays.Russia.AddWorkingDays(today, FactContest.Term).Day;
        var code = Characteristics.Find(subject ?? "") is { IsTagInLists: true } known ? known.Code : null;
        db.FactContests.Add(new FactContest
        {
            Id = id,
            OrganizationId = db.Scope.OrganizationId,
            PersonId = own.PersonId,
            EnrolmentId = own.EnrolmentId,
            Subject = code,
            Text = sealer.SealNote(words, SealPurpose.ContestText, id),
            AskedOn = today,
            AnswerBy = by,
        });
        await tell.Tell(new NoticeDraft(NoticeKind.FactContested, db.Scope.OrganizationId, Permission.EditPeople, 0, 1, DueOn: by), noticeIds, cancel);
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.FactContested, "contest", id, own.PersonId, new { subject = code }));
        await db.SaveChangesAsync(cancel);
        return by;
    }
}
