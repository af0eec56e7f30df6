using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Results;

/// <summary>One enrolment of the year's duty (R20, R21), for queries of an organisation and of a region alike.</summary>
internal sealed class DutyRow
{
    public required Enrolment Enrolment { get; init; }

    /// <summary>On the last course.</summary>
    public required bool IsLast { get; init; }

    /// <summary>There is a level, and one was determined in this assessment year.</summary>
    public required bool IsDone { get; init; }

    public required bool IsHigh { get; init; }

    /// <summary>A person decided on the level.</summary>
    public required bool IsDecided { get; init; }
}

internal static class DutyRows
{
    /// <summary>R21 as a condition of a query; <see cref="AssessedPeople.Includes"/> says the same of one enrolment.</summary>
    public static IQueryable<Enrolment> ToBeAssessed(this IQueryable<Enrolment> enrolments, DateOnly today)
    {
        var earliest = AssessedPeople.EarliestGraduationYear(today);
        return enrolments.Where(row => row.Level != EducationLevel.School
            && (row.Status == EnrolmentStatus.Studying
                || row.Status == EnrolmentStatus.AcademicLeave
                || row.Status == EnrolmentStatus.Graduate && row.GraduationYear >= earliest));
    }

    /// <summary>Those who are to be assessed, with what has been done about them.</summary>
    public static IQueryable<DutyRow> OnDuty(this IQueryable<Enrolment> enrolments, MarshrutDb db, DateOnly today)
    {
        var first = AssessmentYear.Of(today).FirstDay;
        var last = LastCourse.LatestGraduationYear(today);
        return
            from enrolment in enrolments.ToBeAssessed(today)
            join level in db.Assessments.Where(row => row.IsCurrent) on enrolment.Id equals level.EnrolmentId into levels
            from current in levels.DefaultIfEmpty()
            select new DutyRow
            {
                Enrolment = enrolment,
                IsLast = enrolment.Status != EnrolmentStatus.Graduate && enrolment.GraduationYear <= last,
                // The level of this year may have been replaced since by one for an earlier day: the duty was done.
                IsDone = current != null
                    && (current.LastAsOf >= first || db.Assessments.Any(row => row.EnrolmentId == enrolment.Id && row.LastAsOf >= first)),
                IsHigh = current != null && current.IsHigh,
                IsDecided = current != null && current.Status != AssessmentStatus.Proposed,
            };
    }
}
