namespace Marshrut.Rules.Cases;

/// <summary>A time that a curator is busy, on one day.</summary>
public readonly record struct BusyTime(TimeOnly From, int Minutes)
{
    /// <summary>In minutes from midnight: a visit never goes over into the next day.</summary>
    public int Start => (From.Hour * 60) + From.Minute;

    public int End => Start + Minutes;
}

/// <summary>Visits of one day do not meet.</summary>
public static class VisitTimes
{
    /// <summary>Visits begin at full quarters where a free time is proposed.</summary>
    private const int Step = 15;

    private const int DayStart = 9 * 60;

    private const int DayEnd = 18 * 60;

    /// <summary>The visit that stands in the way; null: the time is free. Those that only touch do not meet.</summary>
    public static BusyTime? Meets(BusyTime wanted, IEnumerable<BusyTime> busy)
    {
        foreach (var one in busy.OrderBy(time => time.Start))
        {
            if (one.Start < wanted.End && wanted.Start < one.End)
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>The nearest free beginning of the same day from the wanted on, within the working day; null: there is none.</summary>
    public static TimeOnly? NextFree(BusyTime wanted, IReadOnlyCollection<BusyTime> busy)
    {
        var first = (Math.Max(wanted.Start, DayStart) + Step - 1) / Step * Step;
        for (var start = first; start + wanted.Minutes <= DayEnd; start += Step)
        {
            var time = new TimeOnly(start / 60, start % 60);
            if (Meets(new BusyTime(time, wanted.Minutes), busy) is null)
            {
                return time;
            }
        }

        return null;
    }
}
