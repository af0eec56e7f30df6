using System.Globalization;

namespace Marshrut.Rules.Risk;

/// <summary>The year of the duty to assess, 1 July – 30 June (R20), written «2026/27».</summary>
public readonly record struct AssessmentYear(int StartYear)
{
    public int EndYear => StartYear + 1;

    public DateOnly FirstDay => new(StartYear, 7, 1);

    public DateOnly LastDay => new(EndYear, 6, 30);

    /// <summary>The day by which the last course is recommended to be assessed (DOMAIN §7).</summary>
    public DateOnly Deadline => new(StartYear, 9, 1);

    public static AssessmentYear Of(DateOnly day) => new(day.Month >= 7 ? day.Year : day.Year - 1);

    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartYear}/{EndYear % 100:00}");
}
