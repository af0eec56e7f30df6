using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>
/// On every serving node: gives a trigger to each waiting run and takes up runs whose holder is gone. It only reads while nothing waits, so an
/// idle installation does not write all day.
/// </summary>
public sealed partial class JobSweep(JobStore store, JobDatabase database, JobScheduler scheduler, JobRunner runner, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobSweep> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A command writes its row and takes the lock a moment later; only after this is a row without a lock the row of a dead command.</summary>
    private static readonly TimeSpan CommandGrace = TimeSpan.FromSeconds(30);

    /// <summary>One pass; separate from the clock for tests.</summary>
    /// <param name="afterStart">At the start of a node nothing is taken to be alive because it was alive a moment ago.</param>
    /// <param name="cancel">Stops the pass.</param>
    public async Task Sweep(bool afterStart, CancellationToken cancel)
    {
        foreach (var run in await store.Unfinished(cancel))
        {
            var quiet = clock.GetUtcNow().UtcDateTime - (run.HeartbeatAt ?? run.CreatedAt);
            if (run.Foreground)
            {
                if (quiet > CommandGrace)
                {
                    await runner.Run(run.Id, command: false, null, cancel);
                }
            }
            else if (run.State == JobState.Queued || ((afterStart || quiet > JobRunner.Beat * 3) && await Release(run, cancel)))
            {
                await scheduler.Schedule(run, cancel);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = false;
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                if (!started)
                {
                    using var scope = scopes.CreateScope();
                    await scheduler.ScheduleRecurring(scope.ServiceProvider.GetServices<IBackgroundWork>().OfType<IRecurringWork>(), stoppingToken);
                }

                await Sweep(afterStart: !started, stoppingToken);
                started = true;
            }
            catch (Exception problem) when (problem is DbException or SchedulerException)
            {
                LogMissed(log, problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>The lock dies with its holder, so whoever gets it knows that a «running» row is nobody's.</summary>
    /// <returns>True where the run may be scheduled again.</returns>
    private async Task<bool> Release(JobRun run, CancellationToken cancel)
    {
        await using var held = await JobLock.TryTake(database, run.Key, cancel);
        if (held is null)
        {
            return false;
        }

        await store.Requeue(run.Id, cancel);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting jobs were not looked through; the next pass tries again")]
    private static partial void LogMissed(ILogger log, Exception problem);
}
