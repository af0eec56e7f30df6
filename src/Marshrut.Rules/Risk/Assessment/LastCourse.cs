using Marshrut.Rules.People;

namespace Marshrut.Rules.Risk;

/// <summary>Who is on the last course on a day (R20): the class that starts its last year on 1 September is, from 1 July.</summary>
public static class LastCourse
{
    public static bool IsLast(EnrolmentStatus status, int graduationYear, DateOnly asOf) =>
        status is EnrolmentStatus.Studying or EnrolmentStatus.AcademicLeave && graduationYear <= LatestGraduationYear(asOf);

    /// <summary>The graduation year up to which the enrolled are on the last course; for filters and queries.</summary>
    public static int LatestGraduationYear(DateOnly asOf) => AssessmentYear.Of(asOf).EndYear;
}
