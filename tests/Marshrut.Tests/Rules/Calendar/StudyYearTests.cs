using Marshrut.Rules.Calendar;

namespace Marshrut.Tests.Rules.Calendar;

public class StudyYearTests
{
    [Theory]
    [InlineData("2026-08-31", "2025/26")]
    [InlineData("2026-09-01", "2026/27")]
    [InlineData("2027-01-15", "2026/27")]
    [InlineData("1999-10-01", "1999/00")]
    public void A_study_year_turns_on_the_first_of_September(string day, string written)
    {
        var year = StudyYear.Of(DateOnly.Parse(day));

        year.ToString().ShouldBe(written);
        year.Contains(DateOnly.Parse(day)).ShouldBeTrue();
        year.Contains(year.LastDay.AddDays(1)).ShouldBeFalse();
        year.Contains(year.FirstDay.AddDays(-1)).ShouldBeFalse();
    }
}
