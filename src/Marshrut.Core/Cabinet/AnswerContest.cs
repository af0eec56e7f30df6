using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cabinet;

/// <summary>The staff answers who says that something is wrong: it was mended, or it is right, and why. The record itself is mended on the card.</summary>
public sealed class AnswerContest(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is none here.</returns>
    /// <exception cref="RuleViolation"><c>text-missing</c>, <c>text-long</c>, <c>answered</c>.</exception>
    public async Task<bool> Answer(long id, bool mended, string? answer, CancellationToken cancel)
    {
        if (await db.FactContests.FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } contest)
        {
            return false;
        }

        var words = WrittenText.Of(answer, mended ? "Напишите человеку, что исправлено." : "Напишите человеку, почему сведения верны.");
        contest.Close(mended ? ContestState.Mended : ContestState.Kept, sealer.SealNote(words, SealPurpose.ContestAnswer, id), db.Scope.Actor, clock.Today());
        db.Audit(new AuditDraft(contest.OrganizationId, AuditActions.ContestAnswered, "contest", id, contest.PersonId, new { mended }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("answered", "На это обращение уже ответили. Обновите страницу.");
        }

        return true;
    }
}
