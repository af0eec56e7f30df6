using Marshrut.Rules.Calendar;
using Marshrut.Rules.Cases;

namespace Marshrut.Tests.Rules.Cases;

public class ContactResultTests
{
    [Theory]
    [InlineData(ContactResult.NoAnswer, "2026-11-27", "2026-11-30")]
    [InlineData(ContactResult.CallLater, "2026-12-29", "2026-12-30")]
    [InlineData(ContactResult.NoAnswer, "2026-12-31", "2027-01-11")]
    [InlineData(ContactResult.Spoke, "2026-11-23", "2026-12-07")]
    public void The_next_attempt_is_proposed_on_a_working_day(ContactResult result, string today, string next)
    {
        var day = result.Next(DateOnly.Parse(today))!.Value;
        WorkingDays.Russia.IsWorkingDay(day).ShouldBeTrue();
        day.ShouldBe(DateOnly.Parse(next));
    }

    [Fact]
    public void Nobody_is_called_at_a_wrong_number() => ContactResult.WrongNumber.Next(new DateOnly(2026, 11, 23)).ShouldBeNull();

    [Fact]
    public void Who_works_is_asked_four_times_and_so_is_the_employer()
    {
        var on = new DateOnly(2026, 8, 31);
        FollowUps.After(CaseOutcome.EmployedOutOfField, on).Select(row => row.DueOn).Distinct().ShouldBe([new(2026, 9, 30), new(2026, 11, 30), new(2027, 2, 28), new(2027, 8, 31)]);
        FollowUps.After(CaseOutcome.EmployedOutOfField, on).Count().ShouldBe(8);
        FollowUps.After(CaseOutcome.SelfEmployed, on).ShouldAllBe(row => row.With == FollowUpWith.Person);
        FollowUps.After(CaseOutcome.Army, on).ShouldBeEmpty();
    }
}
