using System.Diagnostics;

namespace Marshrut.Bench;

/// <summary>The middle of several runs after one that only warms up.</summary>
internal static class Median
{
    public static TimeSpan Of(int runs, Action work)
    {
        work();
        var times = new TimeSpan[runs];
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[run] = Stopwatch.GetElapsedTime(start);
        }

        Array.Sort(times);
        return times[runs / 2];
    }
}
