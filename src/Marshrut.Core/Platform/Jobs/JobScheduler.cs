using System.Globalization;
using Quartz;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>Our side of Quartz: a durable job for each key, so that runs with one key follow each other, and a trigger for each run.</summary>
public sealed class JobScheduler(ISchedulerFactory factory)
{
    private const string RunGroup = "runs";
    private const string RecurringGroup = "recurring";

    /// <summary>Idempotent: a run that has its trigger keeps it.</summary>
    public async Task Schedule(JobRun run, CancellationToken cancel)
    {
        var scheduler = await factory.GetScheduler(cancel);
        var job = JobBuilder.Create<RunQueuedJob>()
            .WithIdentity(run.Key, RunGroup)
            .StoreDurably()
            .RequestRecovery()
            .Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancel);
        var trigger = TriggerBuilder.Create()
            .WithIdentity("run-" + run.Id.ToString(CultureInfo.InvariantCulture), RunGroup)
            .ForJob(job)
            .UsingJobData(RunQueuedJob.RunId, run.Id.ToString(CultureInfo.InvariantCulture))
            .StartNow()
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancel);
    }

    /// <summary>Gives each recurring work its cron trigger and takes away those of works that are no more.</summary>
    public async Task ScheduleRecurring(IEnumerable<IRecurringWork> works, CancellationToken cancel)
    {
        var scheduler = await factory.GetScheduler(cancel);
        var known = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(RecurringGroup), cancel);
        var wanted = works.ToDictionary(work => new TriggerKey(work.Kind, RecurringGroup));
        foreach (var gone in known.Where(key => !wanted.ContainsKey(key)))
        {
            await scheduler.DeleteJob(new JobKey(gone.Name, RecurringGroup), cancel);
        }

        foreach (var (key, work) in wanted)
        {
            // A trigger that stands keeps its next time, also one missed while the program was off; only another time replaces it.
            if (await scheduler.GetTrigger(key, cancel) is ICronTrigger standing && standing.CronExpressionString == work.Cron)
            {
                continue;
            }

            var job = JobBuilder.Create<StartRecurringWork>().WithIdentity(work.Kind, RecurringGroup).StoreDurably().Build();
            var trigger = TriggerBuilder.Create()
                .WithIdentity(key)
                .ForJob(job)
                .WithSchedule(CronScheduleBuilder.Create(work.Cron).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build();
            await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancel);
        }
    }
}
