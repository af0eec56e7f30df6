using System.Globalization;

namespace Marshrut.Rules.Calendar;

/// <summary>Учебный год, 1 September – 31 August, written «2026/27».</summary>
public readonly record struct StudyYear(int StartYear)
{
    public DateOnly FirstDay => new(StartYear, 9, 1);

    public DateOnly LastDay => new(StartYear + 1, 8, 31);

    public static StudyYear Of(DateOnly day) => new(day.Month >= 9 ? day.Year : day.Year - 1);

    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartYear}/{(StartYear + 1) % 100:00}");
}
