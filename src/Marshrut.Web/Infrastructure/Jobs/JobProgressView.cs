using Marshrut.Core.Platform.Jobs;
using Marshrut.Rules.Language;

namespace Marshrut.Web.Infrastructure.Jobs;

/// <summary>What <c>_JobProgress</c> shows of one background work.</summary>
/// <param name="Job">The work, from <see cref="ShowJob"/>.</param>
/// <param name="Now">The moment of looking, UTC.</param>
public sealed record JobProgressView(JobRow Job, DateTime Now)
{
    /// <summary>Address that answers the part alone, by <see cref="JobAnswers.JobProgress"/>; null: it stands as it is.</summary>
    public string? Poll { get; init; } = "?handler=Progress";

    /// <summary>Address that the stop button posts to; null: it cannot be stopped on this page.</summary>
    public string? Stop { get; init; } = "?handler=Stop";

    /// <summary>Verb and object: «Остановить и вернуть как было».</summary>
    public string StopText { get; init; } = "Остановить";

    /// <summary>Words over the bar, from what is done and the whole: «Записано 202 строки из 310».</summary>
    public Func<long, long, string> Words { get; init; } = (done, total) => $"Сделано {Russian.Number(done)} из {Russian.Number(total)}";

    public JobRun Run => Job.Run;

    public string Title => Run switch
    {
        { State: JobState.Queued } => "Ждёт очереди",
        { Total: 0 } => "Начинаем",
        _ => Words(Run.Done, Run.Total),
    };

    /// <summary>The line below the bar: how long still, and what is being done.</summary>
    public string Foot
    {
        get
        {
            var left = Run.TimeLeft(Now) is { } time ? "Осталось " + About(time) : null;
            var phase = Run.Phase.Length > 0 ? "идёт " + Run.Phase : null;
            return string.Join(" · ", new[] { left, phase }.OfType<string>());
        }
    }

    private static string About(TimeSpan left) => left.TotalSeconds switch
    {
        < 2 => "около секунды",
        < 90 => "около " + Russian.Count((long)left.TotalSeconds, "секунды", "секунд", "секунд"),
        _ => "около " + Russian.Count((long)Math.Round(left.TotalMinutes), "минуты", "минут", "минут"),
    };
}
