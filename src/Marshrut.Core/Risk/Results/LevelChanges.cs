using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk.Added;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Results;

/// <param name="Appeared">Short names of what is present now and was not, of those that lists may show.</param>
/// <param name="Went">Of what was present and is not.</param>
/// <param name="ByHand">The level was set by a specialist.</param>
public sealed record LevelChange(
    long EnrolmentId,
    string LastName,
    string FirstName,
    string? Group,
    LevelBefore Was,
    LevelBefore Is,
    IReadOnlyList<string> Appeared,
    IReadOnlyList<string> Went,
    bool ByHand,
    DateTime At);

/// <param name="Total">All changes in the time; <paramref name="Rows"/> are the latest.</param>
public sealed record LevelChangeList(IReadOnlyList<LevelChange> Rows, int Total);

/// <summary>Whose level is another than it was some days ago (first assessments are no change).</summary>
public sealed class LevelChanges(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    public async Task<LevelChangeList> Find(int days, int most, CancellationToken cancel)
    {
        var since = clock.UtcNow().AddDays(-days);
        var changed =
            from assessment in db.Assessments
            where assessment.IsCurrent
                && (assessment.CreatedAt >= since || assessment.Status == AssessmentStatus.Overridden && assessment.DecidedAt >= since)
            let beforeId = db.Assessments
                .Where(row => row.EnrolmentId == assessment.EnrolmentId && !row.IsCurrent && row.CreatedAt < since)
                .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
                .Select(row => (long?)row.Id).FirstOrDefault()
            select new
            {
                Assessment = assessment,
                BeforeId = assessment.CreatedAt < since ? assessment.Id : beforeId,
            };
        var pairs =
            from pair in changed
            join before in db.Assessments on pair.BeforeId equals before.Id
            where pair.Assessment.IsHigh != (before.Id == pair.Assessment.Id ? before.ComputedHigh : before.IsHigh)
            select new { pair.Assessment, Before = before };
        var total = await pairs.CountAsync(cancel);
        var latest = await (
            from pair in pairs
            join enrolment in db.Enrolments on pair.Assessment.EnrolmentId equals enrolment.Id
            join person in db.People on enrolment.PersonId equals person.Id
            orderby pair.Assessment.CreatedAt descending, pair.Assessment.Id descending
            select new { pair.Assessment, pair.Before, enrolment.Group, person.LastName, person.FirstName })
            .Take(most).AsNoTracking().ToListAsync(cancel);

        var shown = latest.ConvertAll(row => (Row: row, Now: Shown(row.Assessment), Was: Shown(row.Before)));
        var added = await db.AddedCharacteristics(shown.Aggregate(0u, (bits, row) => bits | row.Now | row.Was), cancel);
        return new LevelChangeList(
            [
                .. shown.Select(one =>
                {
                    var (row, now, was) = one;
                    var same = row.Before.Id == row.Assessment.Id;
                    var byHand = row.Assessment.Status == AssessmentStatus.Overridden;
                    return new LevelChange(
                        row.Assessment.EnrolmentId,
                        row.LastName,
                        row.FirstName,
                        row.Group,
                        new LevelBefore(same ? row.Before.ComputedHigh : row.Before.IsHigh, row.Before.Complete),
                        new LevelBefore(row.Assessment.IsHigh, row.Assessment.Complete),
                        RiskAccess.Names(now & ~was, added),
                        RiskAccess.Names(was & ~now, added),
                        byHand,
                        byHand ? row.Assessment.DecidedAt ?? row.Assessment.CreatedAt : row.Assessment.CreatedAt);
                }),
            ],
            total);
    }

    private uint Shown(Assessment assessment)
    {
        var block = sealer.OpenAssessment(assessment.Block, assessment.Id);
        return block.Found.Present & block.Enabled & RiskAccess.Tags;
    }
}
