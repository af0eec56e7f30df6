using Marshrut.Rules.Calendar;

namespace Marshrut.Seeding.Demo;

/// <summary>
/// Working days on which people come to the curator of the demo, each another one: on a day off the demo is made too, and nobody sits with two people at once.
/// </summary>
/// <param name="Before">The working day before <paramref name="Today"/>; null: it is earlier than the demo can invite for, as in the January holidays.</param>
/// <param name="Today">Today, or the first working day after it.</param>
/// <param name="Next">The working day after that.</param>
public sealed record DemoVisitDays(DateOnly? Before, DateOnly Today, DateOnly Next)
{
    /// <param name="today">Of the demo.</param>
    /// <param name="invitedOn">When they are invited: nobody is for a day that is over.</param>
    public static DemoVisitDays Of(DateOnly today, DateOnly invitedOn)
    {
        var calendar = WorkingDays.Russia;
        var now = calendar.IsWorkingDay(today) ? today : calendar.AddWorkingDays(today, 1).Day;
        var before = now.AddDays(-1);
        while (before >= invitedOn && !calendar.IsWorkingDay(before))
        {
            before = before.AddDays(-1);
        }

        return new DemoVisitDays(before >= invitedOn ? before : null, now, calendar.AddWorkingDays(now, 1).Day);
    }
}
