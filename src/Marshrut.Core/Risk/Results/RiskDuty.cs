using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Results;

/// <summary>The year's duty of an organisation (DOMAIN §7, R20).</summary>
/// <param name="Year">1 July – 30 June.</param>
/// <param name="Students">Enrolments that are to be assessed (R21).</param>
/// <param name="NotAssessed">N: without a level determined in this year.</param>
/// <param name="LastCourseNotAssessed">M: of them on the last course.</param>
/// <param name="WithoutConsent">Of N: cannot be assessed for want of consent, where consent is the basis (R39).</param>
/// <param name="LastCourse">Enrolments on the last course.</param>
/// <param name="NextDeadline">The 1 September ahead, today's included.</param>
/// <param name="DaysLeft">K: days to it.</param>
/// <param name="NextLastCourse">Enrolments that will be the last course at that deadline.</param>
public sealed record DutyFigures(
    AssessmentYear Year,
    int Students,
    int NotAssessed,
    int LastCourseNotAssessed,
    int WithoutConsent,
    int LastCourse,
    DateOnly NextDeadline,
    int DaysLeft,
    int NextLastCourse)
{
    public int Assessed => Students - NotAssessed;

    /// <summary>The last course was to be assessed by 1 September of this assessment year, and the day is over.</summary>
    public bool IsOverdue => LastCourseNotAssessed > 0 && NextDeadline > Year.Deadline;
}

/// <summary>«Не определены в этом учебном году: N, из них выпускной курс: M; до 1 сентября K дней».</summary>
public sealed class RiskDuty(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public async Task<DutyFigures> Count(CancellationToken cancel)
    {
        var today = clock.Today();
        var year = AssessmentYear.Of(today);
        var last = LastCourse.LatestGraduationYear(today);
        var deadline = today <= new DateOnly(today.Year, 9, 1) ? new DateOnly(today.Year, 9, 1) : new DateOnly(today.Year + 1, 9, 1);
        var nextLast = LastCourse.LatestGraduationYear(deadline);
        var organization = db.Scope.OrganizationId;
        var byConsent = await db.Organizations.AnyAsync(row => row.Id == organization && row.RiskBasis == Organizations.RiskBasis.Consent, cancel);

        var rows =
            from duty in db.Enrolments.OnDuty(db, today)
            join person in db.People on duty.Enrolment.PersonId equals person.Id
            select new
            {
                Enrolled = duty.Enrolment.Status != EnrolmentStatus.Graduate,
                duty.Enrolment.GraduationYear,
                Consent = person.RiskConsentOn != null,
                Assessed = duty.IsDone,
            };
        var groups = await rows
            .GroupBy(row => new { row.Enrolled, row.GraduationYear, row.Consent, row.Assessed })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancel);

        int Sum(Func<bool, int, bool, bool, bool> counts) => groups
            .Where(group => counts(group.Key.Enrolled, group.Key.GraduationYear, group.Key.Consent, group.Key.Assessed))
            .Sum(group => group.Count);
        return new DutyFigures(
            year,
            Sum((_, _, _, _) => true),
            Sum((_, _, _, assessed) => !assessed),
            Sum((enrolled, graduation, _, assessed) => !assessed && enrolled && graduation <= last),
            byConsent ? Sum((_, _, consent, assessed) => !assessed && !consent) : 0,
            Sum((enrolled, graduation, _, _) => enrolled && graduation <= last),
            deadline,
            deadline.DayNumber - today.DayNumber,
            // Those who are the last course now have graduated by then, unless the deadline of this very year is still ahead.
            Sum((enrolled, graduation, _, _) => enrolled && graduation <= nextLast && (nextLast == last || graduation > last)));
    }
}
