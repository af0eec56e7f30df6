using Marshrut.Core.Platform;
using Marshrut.Rules.Calendar;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Plans;

/// <summary>Terms that a plan can have.</summary>
internal static class PlanDays
{
    /// <summary>So long a plan lasts unless something else is agreed.</summary>
    private const int UsualMonths = 6;

    public static DateOnly UsualEnd(DateOnly today) => today.AddMonths(UsualMonths);

    /// <summary>The term that the catalogue proposes, moved on to a working day, and not beyond the end of the plan.</summary>
    public static DateOnly DueOf(Measure measure, DateOnly today, DateOnly endsOn)
    {
        var due = WorkingDays.Russia.AddWorkingDays(today.AddDays(measure.Days - 1), 1).Day;
        return due > endsOn ? endsOn : due;
    }

    /// <exception cref="RuleViolation"><paramref name="code"/>: no day, or one that cannot be.</exception>
    public static DateOnly Check(DateOnly? day, DateOnly today, string code, string what)
    {
        var last = today.AddDays(PlanCatalogue.MostDays);
        return day is { } known && known >= today && known <= last
            ? known
            : throw new RuleViolation(code, $"{what}: сегодня или позже, не дальше {Rules.Language.Russian.Date(last)}. Напишите дату так: 01.12.2026.");
    }
}
