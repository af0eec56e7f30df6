using Marshrut.Rules.Profiling;

namespace Marshrut.Tests.Rules.Profiling;

public class RouteStagesTests
{
    [Theory]
    [InlineData(EducationLevel.School, EnrolmentStatus.Studying, null, "9А", 2027, RouteStage.SchoolToNinth)]
    [InlineData(EducationLevel.School, EnrolmentStatus.Studying, null, "10Б", 2028, RouteStage.SchoolTenthAndOn)]
    [InlineData(EducationLevel.School, EnrolmentStatus.Studying, 11, null, 2027, RouteStage.SchoolTenthAndOn)]
    [InlineData(EducationLevel.School, EnrolmentStatus.Studying, null, null, 2027, RouteStage.SchoolToNinth)]
    [InlineData(EducationLevel.MidLevelSpecialist, EnrolmentStatus.Studying, 1, "ИС-11", 2030, RouteStage.FirstCourse)]
    [InlineData(EducationLevel.MidLevelSpecialist, EnrolmentStatus.Studying, 1, "ИС-11", 2027, RouteStage.LastCourse)] // a study of one year
    [InlineData(EducationLevel.MidLevelSpecialist, EnrolmentStatus.Studying, 3, "ИС-31", 2028, RouteStage.MiddleCourses)]
    [InlineData(EducationLevel.Bachelor, EnrolmentStatus.Studying, null, null, 2029, RouteStage.MiddleCourses)]
    [InlineData(EducationLevel.MidLevelSpecialist, EnrolmentStatus.Studying, 4, "ИС-41", 2027, RouteStage.LastCourse)]
    [InlineData(EducationLevel.MidLevelSpecialist, EnrolmentStatus.AcademicLeave, 4, "ИС-41", 2027, RouteStage.LastCourse)]
    [InlineData(EducationLevel.MidLevelSpecialist, EnrolmentStatus.Graduate, null, null, 2024, RouteStage.Graduate)]
    [InlineData(EducationLevel.MidLevelSpecialist, EnrolmentStatus.Graduate, null, null, 2023, RouteStage.LongAgo)]
    [InlineData(EducationLevel.MidLevelSpecialist, EnrolmentStatus.Expelled, 4, "ИС-41", 2027, RouteStage.Left)]
    public void A_study_stands_at_one_stage(EducationLevel level, EnrolmentStatus status, int? course, string? group, int graduation, RouteStage expected) =>
        RouteStages.Of(level, status, course, group, graduation, new DateOnly(2026, 11, 28)).ShouldBe(expected);
}
