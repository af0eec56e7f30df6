using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Marshrut.Rules.Calendar;

/// <summary>
/// The production calendar of Russia (R34): days off from yearly files of xmlcalendar, moved days and working Saturdays included; a year
/// without a file has weekends and the fixed holidays of art. 112 of the Labour Code, and what is counted through it is preliminary.
/// </summary>
public sealed class WorkingDays
{
    private static readonly FrozenSet<(int Month, int Day)> FixedHolidays = new HashSet<(int, int)>
    {
        (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (1, 8), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4),
    }.ToFrozenSet();

    private readonly FrozenSet<int> _years;
    private readonly FrozenDictionary<DateOnly, bool> _exceptions;

    private WorkingDays(IEnumerable<int> years, IEnumerable<KeyValuePair<DateOnly, bool>> exceptions)
    {
        _years = years.ToFrozenSet();
        _exceptions = exceptions.ToFrozenDictionary();
    }

    /// <summary>The calendar of the files that came with the program, 2023–2026.</summary>
    public static WorkingDays Russia { get; } = ReadEmbedded();

    /// <summary>
    /// The same calendar with one more year, or with a year replaced by a newer file of xmlcalendar. Throws
    /// <see cref="InvalidDataException"/> for a file of another form.
    /// </summary>
    public WorkingDays With(Stream xml)
    {
        var (year, exceptions) = Read(xml);
        return new([.. _years, year], _exceptions.Where(e => e.Key.Year != year).Concat(exceptions));
    }

    /// <summary>True when there is no file for the year.</summary>
    public bool IsPreliminary(int year) => !_years.Contains(year);

    public bool IsWorkingDay(DateOnly day)
    {
        if (_exceptions.TryGetValue(day, out var works))
        {
            return works;
        }

        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && !(IsPreliminary(day.Year) && FixedHolidays.Contains((day.Month, day.Day)));
    }

    /// <summary>
    /// The working day that is <paramref name="count"/> working days after a day, which itself is not counted; for 0 the day itself. Throws
    /// <see cref="ArgumentOutOfRangeException"/> for a negative count.
    /// </summary>
    public WorkingDate AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var reached = day;
        var preliminary = false;
        while (count > 0)
        {
            reached = reached.AddDays(1);
            preliminary |= IsPreliminary(reached.Year);
            count -= IsWorkingDay(reached) ? 1 : 0;
        }

        return new(reached, preliminary);
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; negative when to is before from.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    private static WorkingDays ReadEmbedded()
    {
        var assembly = typeof(WorkingDays).Assembly;
        var calendar = new WorkingDays([], []);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("calendar/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            calendar = calendar.With(file);
        }

        return calendar;
    }

    private static (int Year, Dictionary<DateOnly, bool> Exceptions) Read(Stream xml)
    {
        try
        {
            using var reader = XmlReader.Create(xml);
            var root = XElement.Load(reader);
            var year = int.Parse(Attribute(root, "year"), NumberStyles.None, CultureInfo.InvariantCulture);
            return (year, root.Elements("days").Elements("day").ToDictionary(day => DayOf(day, year), Works));
        }
        catch (Exception cause) when (cause is FormatException or OverflowException or ArgumentException or XmlException)
        {
            throw new InvalidDataException("Not a calendar of xmlcalendar.", cause);
        }
    }

    private static DateOnly DayOf(XElement day, int year) => DateOnly.ParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{year}.{Attribute(day, "d")}"), "yyyy.MM.dd", CultureInfo.InvariantCulture);

    /// <summary>1 is a day off, 2 a shortened working day, 3 a working day at a weekend.</summary>
    private static bool Works(XElement day) => Attribute(day, "t") switch
    {
        "1" => false,
        "2" or "3" => true,
        var other => throw new FormatException($"Day type {other}."),
    };

    private static string Attribute(XElement element, string name) =>
        element.Attribute(name)?.Value ?? throw new FormatException($"No attribute {name}.");
}
