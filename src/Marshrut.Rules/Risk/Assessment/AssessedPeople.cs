using Marshrut.Rules.People;

namespace Marshrut.Rules.Risk;

/// <summary>Who is assessed (R21): the enrolled and graduates of the last two years; not the expelled, not pupils.</summary>
public static class AssessedPeople
{
    private const int YearsAfterGraduation = 2;

    public static bool Includes(EnrolmentStatus status, EducationLevel level, int graduationYear, DateOnly asOf) =>
        level != EducationLevel.School && status switch
        {
            EnrolmentStatus.Studying or EnrolmentStatus.AcademicLeave => true,
            EnrolmentStatus.Graduate => graduationYear >= EarliestGraduationYear(asOf),
            _ => false,
        };

    /// <summary>The earliest year of graduation still assessed; for queries.</summary>
    public static int EarliestGraduationYear(DateOnly asOf) => asOf.Year - YearsAfterGraduation;
}
