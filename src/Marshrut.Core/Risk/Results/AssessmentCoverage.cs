using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Results;

/// <param name="Day">The last day of the week, or today.</param>
/// <param name="Assessed">Of today's register, whose level was determined in this assessment year by that day.</param>
/// <param name="LastCourseAssessed">Of them on the last course.</param>
public sealed record CoverageWeek(DateOnly Day, int Assessed, int LastCourseAssessed);

/// <param name="Students">Enrolments that are to be assessed; the whole of each week's share.</param>
public sealed record Coverage(IReadOnlyList<CoverageWeek> Weeks, int Students, int LastCourse);

/// <summary>How the register was covered week by week in this assessment year.</summary>
public sealed class AssessmentCoverage(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <param name="most">How many weeks back.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Coverage> Count(int most, CancellationToken cancel)
    {
        var today = clock.Today();
        var first = AssessmentYear.Of(today).FirstDay;
        var rows = db.Enrolments.OnDuty(db, today).Select(duty => new
        {
            duty.IsLast,
            // An equal later run moves only the last day of the row that stands (R26).
            Day = duty.IsDone
                ? db.Assessments.Where(row => row.EnrolmentId == duty.Enrolment.Id && row.LastAsOf >= first)
                    .Min(row => (DateOnly?)(row.AsOf >= first ? row.AsOf : row.LastAsOf))
                : null,
        });
        var days = await rows.GroupBy(row => new { row.IsLast, row.Day }).Select(group => new { group.Key.IsLast, group.Key.Day, Count = group.Count() }).ToListAsync(cancel);

        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var weeks = Enumerable.Range(0, most)
            .Select(back => sunday.AddDays(-7 * back))
            .Where(day => day >= first)
            .Reverse()
            .Select(day => day > today ? today : day)
            .Select(day => new CoverageWeek(
                day,
                days.Where(row => row.Day <= day).Sum(row => row.Count),
                days.Where(row => row.IsLast && row.Day <= day).Sum(row => row.Count)))
            .ToList();
        return new Coverage(weeks, days.Sum(row => row.Count), days.Where(row => row.IsLast).Sum(row => row.Count));
    }
}
