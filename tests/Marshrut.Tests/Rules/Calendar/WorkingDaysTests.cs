using System.Text;
using CsCheck;
using Marshrut.Rules.Calendar;

namespace Marshrut.Tests.Rules.Calendar;

public class WorkingDaysTests
{
    private static readonly WorkingDays Calendar = WorkingDays.Russia;
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 365 * 6].Select(new DateOnly(2022, 6, 1).AddDays);

    [Theory]
    [InlineData("2026-11-23", true)] // Monday
    [InlineData("2026-11-22", false)] // Sunday
    [InlineData("2026-11-03", true)] // shortened
    [InlineData("2026-11-04", false)] // holiday
    [InlineData("2026-03-09", false)] // moved from the 8th
    [InlineData("2026-12-31", false)] // moved from 4 January
    [InlineData("2024-04-27", true)] // working Saturday
    [InlineData("2024-04-29", false)] // paid for by it
    [InlineData("2025-11-01", true)] // shortened working Saturday
    [InlineData("2023-02-24", false)]
    public void A_year_with_a_file_follows_it_R34(string day, bool works) => Calendar.IsWorkingDay(DateOnly.Parse(day)).ShouldBe(works);

    [Theory]
    [InlineData("2027-01-08", false)]
    [InlineData("2027-01-11", true)]
    [InlineData("2027-02-23", false)]
    [InlineData("2027-03-08", false)]
    [InlineData("2027-05-01", false)]
    [InlineData("2027-05-03", true)] // 1 May is a Saturday: nobody knows the move yet
    [InlineData("2027-06-12", false)]
    [InlineData("2027-11-04", false)]
    [InlineData("2027-11-05", true)]
    public void A_year_without_a_file_has_weekends_and_fixed_holidays_R34(string day, bool works)
    {
        Calendar.IsPreliminary(2027).ShouldBeTrue();
        Calendar.IsWorkingDay(DateOnly.Parse(day)).ShouldBe(works);
    }

    [Theory]
    [InlineData("2026-11-20", 5, "2026-11-27", false)] // Friday and five days
    [InlineData("2026-10-30", 5, "2026-11-09", false)] // over 4 November
    [InlineData("2026-11-21", 1, "2026-11-23", false)] // sent on a Saturday
    [InlineData("2026-12-29", 5, "2027-01-14", true)] // into a year without a file
    [InlineData("2026-11-22", 0, "2026-11-22", false)]
    public void Terms_count_working_days_after_the_day_of_sending_R34(string sent, int days, string due, bool preliminary) =>
        Calendar.AddWorkingDays(DateOnly.Parse(sent), days).ShouldBe(new WorkingDate(DateOnly.Parse(due), preliminary));

    [Fact]
    public void Counting_there_and_back_agree() =>
        Gen.Select(Days, Gen.Int[1, 60]).Sample((day, count) =>
        {
            var due = Calendar.AddWorkingDays(day, count).Day;

            Calendar.IsWorkingDay(due).ShouldBeTrue();
            Calendar.WorkingDaysBetween(day, due).ShouldBe(count);
            Calendar.WorkingDaysBetween(due, day).ShouldBe(-count);
        });

    [Fact]
    public void Days_between_add_up() =>
        Gen.Select(Days, Days, Days).Sample((a, b, c) =>
            (Calendar.WorkingDaysBetween(a, b) + Calendar.WorkingDaysBetween(b, c)).ShouldBe(Calendar.WorkingDaysBetween(a, c)));

    [Fact]
    public void A_newer_file_makes_a_year_final()
    {
        using var file = Xml("""<calendar year="2027"><days><day d="05.03" t="1" f="05.01"/></days></calendar>""");
        var calendar = Calendar.With(file);

        calendar.IsPreliminary(2027).ShouldBeFalse();
        calendar.IsWorkingDay(new DateOnly(2027, 5, 3)).ShouldBeFalse();
        calendar.IsWorkingDay(new DateOnly(2026, 3, 9)).ShouldBeFalse();
        Calendar.IsPreliminary(2027).ShouldBeTrue();
    }

    [Fact]
    public void A_newer_file_replaces_the_whole_year()
    {
        using var file = Xml("""<calendar year="2026"><days><day d="11.04" t="1"/></days></calendar>""");
        var calendar = Calendar.With(file);

        calendar.IsWorkingDay(new DateOnly(2026, 3, 9)).ShouldBeTrue();
        calendar.IsWorkingDay(new DateOnly(2026, 11, 4)).ShouldBeFalse();
        calendar.IsWorkingDay(new DateOnly(2025, 11, 1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<calendar/>")]
    [InlineData("""<calendar year="2027"><days><day d="13.45" t="1"/></days></calendar>""")]
    [InlineData("""<calendar year="2027"><days><day d="05.03" t="9"/></days></calendar>""")]
    [InlineData("""<calendar year="2027"><days><day d="05.03" t="1"/><day d="05.03" t="2"/></days></calendar>""")]
    [InlineData("""<!DOCTYPE c [<!ENTITY a "b">]><calendar year="2027">&a;</calendar>""")]
    public void A_file_of_another_form_is_refused(string xml)
    {
        using var file = Xml(xml);
        Should.Throw<InvalidDataException>(() => Calendar.With(file));
    }

    private static MemoryStream Xml(string text) => new(Encoding.UTF8.GetBytes(text));
}
