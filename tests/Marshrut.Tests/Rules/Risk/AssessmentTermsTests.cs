using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

public class AssessmentTermsTests
{
    [Theory]
    [InlineData(EnrolmentStatus.Studying, 2026, "2026-06-30", true)]
    [InlineData(EnrolmentStatus.Studying, 2027, "2026-06-30", false)]
    [InlineData(EnrolmentStatus.Studying, 2027, "2026-07-01", true)]
    [InlineData(EnrolmentStatus.Studying, 2028, "2026-07-01", false)]
    [InlineData(EnrolmentStatus.Studying, 2026, "2026-11-23", true)] // a December class stays in until it graduates
    [InlineData(EnrolmentStatus.Studying, 2024, "2026-11-23", true)]
    [InlineData(EnrolmentStatus.AcademicLeave, 2027, "2026-12-31", true)]
    [InlineData(EnrolmentStatus.Graduate, 2026, "2026-11-23", false)]
    [InlineData(EnrolmentStatus.Expelled, 2027, "2026-11-23", false)]
    public void The_last_course_turns_on_the_first_of_July_R20(EnrolmentStatus status, int graduationYear, string day, bool last) =>
        LastCourse.IsLast(status, graduationYear, DateOnly.Parse(day)).ShouldBe(last);

    [Theory]
    [InlineData(EnrolmentStatus.Studying, EducationLevel.SkilledWorker, 2030, true)]
    [InlineData(EnrolmentStatus.AcademicLeave, EducationLevel.Master, 2026, true)]
    [InlineData(EnrolmentStatus.Graduate, EducationLevel.Bachelor, 2026, true)]
    [InlineData(EnrolmentStatus.Graduate, EducationLevel.Bachelor, 2024, true)]
    [InlineData(EnrolmentStatus.Graduate, EducationLevel.Bachelor, 2023, false)]
    [InlineData(EnrolmentStatus.Expelled, EducationLevel.Bachelor, 2027, false)]
    [InlineData(EnrolmentStatus.Studying, EducationLevel.School, 2027, false)]
    public void The_enrolled_and_graduates_of_two_years_are_assessed_R21(EnrolmentStatus status, EducationLevel level, int graduationYear, bool assessed) =>
        AssessedPeople.Includes(status, level, graduationYear, RiskGen.AsOf).ShouldBe(assessed);

    [Theory]
    [InlineData("2026-06-30", 2025)]
    [InlineData("2026-07-01", 2026)]
    [InlineData("2027-01-01", 2026)]
    public void The_assessment_year_runs_from_July_to_June_R20(string day, int startYear)
    {
        var year = AssessmentYear.Of(DateOnly.Parse(day));

        year.StartYear.ShouldBe(startYear);
        year.Contains(DateOnly.Parse(day)).ShouldBeTrue();
        year.Deadline.ShouldBe(new DateOnly(startYear, 9, 1));
    }
}
