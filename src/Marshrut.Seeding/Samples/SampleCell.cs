namespace Marshrut.Seeding.Samples;

/// <summary>A cell as Excel stores it: text, a number, a day under a date format, or a formula with the value it last had.</summary>
internal readonly record struct SampleCell(string? Text, double? Number = null, bool IsDate = false, string? Formula = null, bool IsFault = false)
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static SampleCell Empty => default;

    public bool IsEmpty => Text is null && Number is null && Formula is null;

    public static implicit operator SampleCell(string? text) => new(string.IsNullOrEmpty(text) ? null : text);

    public static SampleCell Of(double number) => new(null, number);

    /// <summary>The serial number of a day, shown as a day.</summary>
    public static SampleCell Of(DateOnly day) => new(null, day.DayNumber - DayZero.DayNumber, IsDate: true);

    /// <summary>The serial number of a day that has lost its format.</summary>
    public static SampleCell Serial(DateOnly day) => new(null, day.DayNumber - DayZero.DayNumber);

    public static SampleCell Calculated(string formula, string value) => new(value, Formula: formula);

    /// <summary>A formula whose value is «#Н/Д».</summary>
    public static SampleCell Fault(string formula) => new("#N/A", Formula: formula, IsFault: true);
}
