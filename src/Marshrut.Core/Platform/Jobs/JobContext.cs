using System.Text.Json;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>What a running work knows of its run, and where it says how far it is.</summary>
public sealed class JobContext(JobRun run, IProgress<JobProgress>? watcher)
{
    private volatile JobProgress progress = new(run.Done, run.Total, run.Phase);

    public long RunId => run.Id;

    public long? OrganizationId => run.OrganizationId;

    /// <summary>Who asked: <c>user:12</c>, <c>system:cli</c>.</summary>
    public string RequestedBy => run.RequestedBy;

    /// <summary>True where an earlier attempt was cut off by the end of the program.</summary>
    public bool IsTakenUpAgain => run.Attempts > 1;

    /// <summary>The sentence that people read when the work is done: «Записано 310 строк».</summary>
    public string Summary { get; set; } = "";

    public JobProgress Progress => progress;

    /// <summary>What the run was asked for with; the shape is that of <see cref="EnqueueJob.Enqueue"/>'s argument.</summary>
    public T Arguments<T>() =>
        JsonSerializer.Deserialize<T>(run.Arguments, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"Job {run.Id} has no arguments.");

    /// <summary>Cheap enough for every block of rows: it is written about once a second.</summary>
    public void Report(long done, long total, string phase)
    {
        progress = new JobProgress(done, total, phase);
        watcher?.Report(progress);
    }
}
