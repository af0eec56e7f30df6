using System.Data.Common;
using System.Runtime.ExceptionServices;
using Marshrut.Core.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>
/// Runs one queued row under the lock of its key, in a scope of its own, and keeps its heartbeat. The one way that work is run, for the scheduler
/// and for commands alike.
/// </summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, JobStore store, JobDatabase database, TimeProvider clock, ILogger<JobRunner> log)
{
    /// <summary>A work that was cut off this many times together with the program is likely the one that ends it.</summary>
    internal const int MostAttempts = 5;

    /// <summary>How often progress is written and the stop flag is read.</summary>
    internal static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Runs it, or settles it where it may not begin: stopped meanwhile, begun too often, or left behind by a command that died.</summary>
    /// <param name="runId">Number of the run.</param>
    /// <param name="command">True where a command runs what it ordered itself.</param>
    /// <param name="watcher">Told of every report.</param>
    /// <param name="cancel">Interrupts the run.</param>
    internal async Task<RunOutcome> Run(long runId, bool command, IProgress<JobProgress>? watcher, CancellationToken cancel)
    {
        if (await store.Find(runId, cancel) is not { IsFinished: false } queued)
        {
            return RunOutcome.Finished;
        }

        await using var held = await JobLock.TryTake(database, queued.Key, cancel);
        if (held is null)
        {
            return RunOutcome.Busy;
        }

        // Read again under the lock: another node may have done it meanwhile.
        if (await store.Find(runId, cancel) is not { IsFinished: false } run)
        {
            return RunOutcome.Finished;
        }

        if (run.StopRequested)
        {
            return await End(run, new JobContext(run, null), JobState.Stopped, "Остановлено.");
        }

        if (run.Foreground && !command)
        {
            return await End(run, new JobContext(run, null), JobState.Failed, "Команда прервана вместе с программой. Повторите её.");
        }

        if (run.Attempts >= MostAttempts)
        {
            return await End(run, new JobContext(run, null), JobState.Failed,
                "Работа несколько раз прерывалась вместе с программой и больше не начинается. Посмотрите журнал программы и начните её заново.");
        }

        await store.Begin(runId, cancel);
        return await Work(run with { Attempts = run.Attempts + 1 }, held, watcher, cancel);
    }

    private async Task<RunOutcome> Work(JobRun run, JobLock held, IProgress<JobProgress>? watcher, CancellationToken cancel)
    {
        using var logScope = log.BeginScope(new Dictionary<string, object> { ["job"] = run.Id, ["kind"] = run.Kind });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var context = new JobContext(run, watcher);
        var pulse = new Pulse();
        var timer = new PeriodicTimer(Beat, clock);
        var beating = KeepBeating(timer, run.Id, context, held, pulse, ending);
        LogBegun(log, run.Kind, run.Id, run.Attempts);
        Exception? problem = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            Enter(scope.ServiceProvider.GetRequiredService<ActingScope>(), run);
            await WorkOf(scope, run).Run(context, ending.Token);
        }
#pragma warning disable CA1031 // Whatever a work throws becomes the state of its row.
        catch (Exception caught)
#pragma warning restore CA1031
        {
            problem = caught;
        }

        timer.Dispose();
        await beating;
        return await Settle(run, context, pulse, problem, cancel);
    }

    private async Task<RunOutcome> Settle(JobRun run, JobContext context, Pulse pulse, Exception? problem, CancellationToken cancel)
    {
        var (state, message) = problem switch
        {
            null => (JobState.Done, context.Summary),
            OperationCanceledException when pulse.Stopped => (JobState.Stopped, context.Summary.Length > 0 ? context.Summary : "Остановлено."),
            OperationCanceledException when pulse.Lost || cancel.IsCancellationRequested => (JobState.Queued, ""),
            _ when problem.GetBaseException() is DbException { IsTransient: true } && run.Attempts < MostAttempts => (JobState.Queued, ""),
            RuleViolation rule => (JobState.Failed, rule.Message),
            _ => (JobState.Failed, $"Работа не завершилась. Подробности — в журнале программы, номер работы {run.Id}."),
        };

        if (state == JobState.Queued && !run.Foreground)
        {
            LogInterrupted(log, run.Kind, run.Id);
            if (!pulse.Lost)
            {
                await store.Requeue(run.Id, CancellationToken.None);
            }

            return RunOutcome.Interrupted;
        }

        if (state == JobState.Queued)
        {
            (state, message) = (JobState.Stopped, "Команда прервана.");
        }

        if (problem is not (null or RuleViolation or OperationCanceledException))
        {
            LogFailed(log, problem, run.Kind, run.Id);
        }

        await End(run, context, state, message);
        if (run.Foreground && problem is not null)
        {
            ExceptionDispatchInfo.Throw(problem);
        }

        return RunOutcome.Finished;
    }

    /// <summary>Writes the end. Not to be cancelled: the end of the program must not leave a finished work unfinished in the list.</summary>
    private async Task<RunOutcome> End(JobRun run, JobContext context, JobState state, string message)
    {
        if (state != JobState.Done)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                Enter(scope.ServiceProvider.GetRequiredService<ActingScope>(), run);
                await WorkOf(scope, run).GiveUp(context, CancellationToken.None);
            }
#pragma warning disable CA1031 // The row must end whatever the work makes of it.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogFailed(log, problem, run.Kind, run.Id);
            }
        }

        await store.Finish(run.Id, state, context.Progress, message, CancellationToken.None);
        LogEnded(log, run.Kind, run.Id, state);
        return RunOutcome.Finished;
    }

    private static IBackgroundWork WorkOf(AsyncServiceScope scope, JobRun run) =>
        scope.ServiceProvider.GetServices<IBackgroundWork>().FirstOrDefault(work => work.Kind == run.Kind)
            ?? throw new RuleViolation("unknown-work", "Эта версия программы не знает такой работы. Обновите программу на всех узлах.");

    /// <summary>Until the timer is disposed of, or the run has to end.</summary>
    private async Task KeepBeating(PeriodicTimer timer, long runId, JobContext context, JobLock held, Pulse pulse, CancellationTokenSource ending)
    {
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            pulse.Lost = !await held.IsHeld(CancellationToken.None);
            pulse.Stopped = !pulse.Lost && await TryBeat(runId, context);
            if (pulse.Lost || pulse.Stopped)
            {
                await ending.CancelAsync();
                return;
            }
        }
    }

    /// <summary>A heartbeat that could not be written is said and tried again: the work itself goes on.</summary>
    private async Task<bool> TryBeat(long runId, JobContext context)
    {
        try
        {
            return await store.Beat(runId, context.Progress, CancellationToken.None);
        }
        catch (DbException problem)
        {
            LogBeatMissed(log, problem, runId);
            return false;
        }
    }

    private static void Enter(ActingScope scope, JobRun run)
    {
        scope.ActAs(run.RequestedBy);
        if (run.OrganizationId is { } organization)
        {
            scope.EnterOrganization(organization, run.RegionCode!, run.MayHandleRestricted);
        }
        else if (run.RegionCode is { } region)
        {
            scope.EnterRegion(region);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Kind} {Run} begins, attempt {Attempt}")]
    private static partial void LogBegun(ILogger log, string kind, long run, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Kind} {Run} ended: {State}")]
    private static partial void LogEnded(ILogger log, string kind, long run, JobState state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Run} was cut off and waits to be taken up again")]
    private static partial void LogInterrupted(ILogger log, string kind, long run);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Run} failed")]
    private static partial void LogFailed(ILogger log, Exception problem, string kind, long run);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The heartbeat of job {Run} was not written")]
    private static partial void LogBeatMissed(ILogger log, Exception problem, long run);

    private sealed class Pulse
    {
        public volatile bool Stopped;

        public volatile bool Lost;
    }
}
