using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk;

/// <summary>
/// Determines the risk of one person anew, in all studies, after something about them changed: by the same rules and on today's day, within the last
/// run of the organisation. An equal result keeps its confirmation, a changed one becomes a new proposal (R26).
/// </summary>
public sealed class AssessPerson(MarshrutDb db, AssessOrganization assess, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such enrolment in the organisation in scope.</returns>
    /// <exception cref="RuleViolation">Risk was never determined in this organisation.</exception>
    public async Task<bool> Assess(long enrolmentId, CancellationToken cancel)
    {
        if (await db.Enrolments.AsNoTracking().Where(row => row.Id == enrolmentId).Select(row => (long?)row.PersonId).FirstOrDefaultAsync(cancel) is not { } personId)
        {
            return false;
        }

        if (!await db.AssessmentRuns.AnyAsync(cancel))
        {
            throw new RuleViolation("no-run", "В организации риск ещё не определяли. Сначала определите его у всех на странице «Определение риска».");
        }

        await assess.Assess(new AssessOrganizationInput(clock.Today(), FinalYearOnly: false, PersonId: personId), cancel);
        return true;
    }

    /// <summary>As <see cref="Assess"/>; where the organisation has never determined risk there is no level to change.</summary>
    internal async Task AssessIfAny(long enrolmentId, CancellationToken cancel)
    {
        if (await db.AssessmentRuns.AnyAsync(cancel))
        {
            await Assess(enrolmentId, cancel);
        }
    }
}
