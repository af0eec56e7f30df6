namespace Marshrut.Rules.Profiling.Questionnaires;

/// <summary>When all will have answered at the present pace.</summary>
public static class CampaignForecast
{
    /// <summary>The pace is taken over so many days.</summary>
    public const int Days = 3;

    private const int Longest = 365;

    /// <param name="silent">How many have not answered.</param>
    /// <param name="answeredLately">How many answered in the last <see cref="Days"/> days, or since the start where it is nearer.</param>
    /// <param name="daysOfPace">Days that <paramref name="answeredLately"/> is counted over, from 1.</param>
    /// <param name="today">The day of the count.</param>
    /// <returns>Null: nobody answers, or it would take more than a year.</returns>
    public static DateOnly? AllBy(int silent, int answeredLately, int daysOfPace, DateOnly today)
    {
        if (silent == 0)
        {
            return today;
        }

        if (answeredLately <= 0)
        {
            return null;
        }

        // Days are whole, and the last one begun counts.
        var days = ((long)silent * Math.Max(daysOfPace, 1) + answeredLately - 1) / answeredLately;
        return days > Longest ? null : today.AddDays((int)days);
    }
}
