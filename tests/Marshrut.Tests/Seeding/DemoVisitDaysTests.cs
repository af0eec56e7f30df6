using Marshrut.Rules.Calendar;
using Marshrut.Seeding.Demo;

namespace Marshrut.Tests.Seeding;

/// <summary>The demo is made on any day, also on Saturday and in the January holidays: README's first command must not depend on the calendar.</summary>
public class DemoVisitDaysTests
{
    [Fact]
    public void On_every_day_of_three_years_people_come_on_different_working_days_that_are_not_over_when_they_are_invited()
    {
        for (var today = new DateOnly(2026, 1, 1); today.Year < 2029; today = today.AddDays(1))
        {
            var invited = today.AddDays(-8);
            var days = DemoVisitDays.Of(today, invited);

            (days.Today >= today && days.Next > days.Today).ShouldBeTrue(today.ToString());
            new[] { days.Before ?? days.Today, days.Today, days.Next }.ShouldAllBe(day => WorkingDays.Russia.IsWorkingDay(day));
            (days.Before is null || days.Before < days.Today && days.Before >= invited).ShouldBeTrue(today.ToString());
        }
    }

    [Theory]
    [InlineData("2026-11-27", "2026-11-26", "2026-11-27", "2026-11-30")]
    [InlineData("2026-11-28", "2026-11-27", "2026-11-30", "2026-12-01")]
    [InlineData("2026-11-29", "2026-11-27", "2026-11-30", "2026-12-01")]
    public void A_weekend_moves_today_to_Monday(string today, string before, string now, string next) =>
        DemoVisitDays.Of(DateOnly.Parse(today), DateOnly.Parse(today).AddDays(-8)).ShouldBe(new DemoVisitDays(DateOnly.Parse(before), DateOnly.Parse(now), DateOnly.Parse(next)));
}
