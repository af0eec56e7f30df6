using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Decisions;

/// <summary>The level that stands and the order that follows from it (R22).</summary>
internal static class DecidedLevels
{
    /// <summary>What a decision writes.</summary>
    public static readonly string[] Columns =
    [
        nameof(Assessment.Status), nameof(Assessment.DecidedBy), nameof(Assessment.DecidedAt),
        nameof(Assessment.IsHigh), nameof(Assessment.Priority), nameof(Assessment.OrderYear),
    ];

    /// <summary>
    /// High has a priority also where the methodology computed NotHigh: points of what is present, bonuses and discount as the block keeps them.
    /// NotHigh has none.
    /// </summary>
    public static void SetLevel(this Assessment assessment, bool high, in AssessmentBlock block, int graduationYear)
    {
        assessment.IsHigh = high;
        assessment.Priority = high ? PriorityOf(block) : Assessment.NoPriority;
        assessment.OrderYear = high ? graduationYear : 0;
    }

    public static async Task<Dictionary<long, int>> GraduationYears(this MarshrutDb db, IReadOnlyCollection<Assessment> assessments, CancellationToken cancel)
    {
        var years = new Dictionary<long, int>(assessments.Count);
        foreach (var some in assessments.Select(row => row.EnrolmentId).Chunk(1000))
        {
            foreach (var row in await db.Enrolments.Where(row => some.Contains(row.Id)).Select(row => new { row.Id, row.GraduationYear }).ToListAsync(cancel))
            {
                years.Add(row.Id, row.GraduationYear);
            }
        }

        return years;
    }

    private static int PriorityOf(in AssessmentBlock block) =>
        block.Outcome.Priority
        ?? block.Outcome.Points
        + (block.Flags.HasFlag(RiskFlags.LastCourse) ? block.LastCourseBonus : 0)
        + (block.Flags.HasFlag(RiskFlags.GraduateWithoutWork) ? block.GraduateWithoutWorkBonus : 0)
        - ((block.Flags & (RiskFlags.SignedOffer | RiskFlags.TargetContract)) != 0 ? block.OfferDiscount : 0);
}
