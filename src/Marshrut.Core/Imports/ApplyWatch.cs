using Marshrut.Core.Platform.Jobs;

namespace Marshrut.Core.Imports;

/// <summary>Counts rows for whoever waits: first read, then written.</summary>
internal sealed class ApplyWatch(Action<JobProgress>? watcher)
{
    public const string WritingPhase = "шаг 2 из 2: запись изменений";
    private const string PlanningPhase = "шаг 1 из 2: проверка строк и запись новых";
    private const int Step = 512;
    private long units;
    private long totalUnits = 1;
    private long totalRows;

    public void Planned(int read, int total) => watcher?.Invoke(new JobProgress(Math.Min(read, total), total, PlanningPhase));

    public void BeginWriting(long unitsInAll, long rows)
    {
        (units, totalUnits, totalRows) = (0, Math.Max(1, unitsInAll), rows);
        Tell();
    }

    /// <summary>The same rows; each that goes through is counted.</summary>
    public IEnumerable<T> Written<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
            if (++units % Step == 0)
            {
                Tell();
            }
        }
    }

    private void Tell() => watcher?.Invoke(new JobProgress(units * totalRows / totalUnits, totalRows, WritingPhase));
}
