using Marshrut.Core.Platform.Tenancy;
using Quartz;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>What Quartz fires by the clock: orders a run like any other, so that it is listed, stopped and taken up again like any other.</summary>
public sealed class StartRecurringWork(EnqueueJob enqueue, ActingScope scope) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        scope.ActAs("system:schedule");
        await enqueue.Enqueue(context.JobDetail.Key.Name, new { }, cancellationToken);
    }
}
