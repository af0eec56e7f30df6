using Marshrut.Rules.Calendar;
using Marshrut.Rules.Risk;

namespace Marshrut.Seeding.Students;

/// <summary>The days that made data hang on, all reckoned from one day, so that a demo is as fresh in two years as now.</summary>
public sealed class SeedDates
{
    public SeedDates(DateOnly today)
    {
        Today = today;
        ClassYear = AssessmentYear.Of(today).StartYear;
        StudyStart = StudyYear.Of(today).FirstDay;
        Earlier = today.DayNumber - StudyStart.DayNumber >= 14 ? StudyStart : today.AddDays(-60);
        RegisterOn = Earlier.AddDays(-5);
        LastFebruary = RegisterOn.AddDays(-200);
    }

    public DateOnly Today { get; }

    /// <summary>The calendar year in which the present last course began its last year; it graduates in the next.</summary>
    public int ClassYear { get; }

    public DateOnly StudyStart { get; }

    /// <summary>The day of the earlier determination of risk.</summary>
    public DateOnly Earlier { get; }

    /// <summary>The day the registers came in.</summary>
    public DateOnly RegisterOn { get; }

    /// <summary>In the study year before, when the class that has graduated since was on its last course.</summary>
    public DateOnly LastFebruary { get; }

    /// <summary>A day between the two determinations and within the study year: what makes records «kept» (R24).</summary>
    public DateOnly Recent(SeededRandom random) => random.Between(Max(StudyStart, Earlier.AddDays(1)), Today);

    /// <summary>A day of the study year before.</summary>
    public DateOnly LastYear(SeededRandom random) => random.Between(StudyStart.AddDays(-330), StudyStart.AddDays(-80));

    /// <summary>A day in the spring before the earlier determination.</summary>
    public DateOnly LastSpring(SeededRandom random) => random.Between(Earlier.AddDays(-170), Earlier.AddDays(-70));

    private static DateOnly Max(DateOnly left, DateOnly right) => left > right ? left : right;
}
