using System.Globalization;
using Quartz;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>What Quartz fires for a queued run. Its stored name is this class's: renaming it strands the triggers of a running installation.</summary>
[DisallowConcurrentExecution]
public sealed class RunQueuedJob(JobRunner runner) : IJob
{
    internal const string RunId = "run";

    /// <summary>A run that could not go on now stays queued; <see cref="JobSweep"/> gives it a trigger again.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = long.Parse(context.MergedJobDataMap.GetString(RunId)!, CultureInfo.InvariantCulture);
        await runner.Run(id, command: false, null, cancellationToken);
    }
}
