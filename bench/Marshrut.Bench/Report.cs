using System.Globalization;

namespace Marshrut.Bench;

/// <summary>Prints each measurement beside what DESIGN §6 asks of it and remembers whether all were met.</summary>
internal sealed class Report
{
    public bool AllMet { get; private set; } = true;

    public static void Title(string title) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{title}\n{"what",-58}{"measured",24}   target"));

    /// <summary>A measurement without a target of its own, e.g. the neighbour we compare with.</summary>
    public static void Row(string what, double value, string unit) => Write(what, value, unit, "");

    public void AtLeast(string what, double value, string unit, double target) => Judge(what, value, unit, $"≥ {Digits(target)}", value >= target);

    public void AtMost(string what, double value, string unit, double target) => Judge(what, value, unit, $"≤ {Digits(target)}", value <= target);

    /// <summary>Something that must hold before any speed counts.</summary>
    public void MustHold(string what, bool holds)
    {
        AllMet &= holds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-58}{(holds ? "yes" : "NO"),24}"));
    }

    private void Judge(string what, double value, string unit, string target, bool met)
    {
        AllMet &= met;
        Write(what, value, unit, $"{target}  {(met ? "met" : "MISSED")}");
    }

    private static void Write(string what, double value, string unit, string target) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-58}{Digits(value) + " " + unit,24}   {target}"));

    private static string Digits(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
