using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>Runs a work here and now, for a command that waits for it. It shows in the list of jobs like any other.</summary>
public sealed class RunJobNow(JobStore store, JobRunner runner, ActingScope scope, TimeProvider clock) : IUseCase
{
    /// <param name="kind"><see cref="IBackgroundWork.Kind"/> of a work.</param>
    /// <param name="arguments">Ids and codes alone, as in <see cref="EnqueueJob.Enqueue"/>.</param>
    /// <param name="watcher">Told of every report of the work; null: nobody watches.</param>
    /// <param name="cancel">Interrupts the work.</param>
    /// <returns>The finished run, its <see cref="JobRun.Message"/> filled by the work.</returns>
    /// <exception cref="RuleViolation">The work refused, or the same work is going on for this organisation (<c>busy</c>).</exception>
    public async Task<JobRun> Run(string kind, object arguments, IProgress<JobProgress>? watcher, CancellationToken cancel)
    {
        var id = await store.Add(EnqueueJob.NewRun(kind, arguments, scope, clock, foreground: true), cancel);
        if (await runner.Run(id, command: true, watcher, cancel) == RunOutcome.Busy)
        {
            const string Sentence = "Такая же работа для этой организации уже идёт. Дождитесь её конца и повторите.";
            await store.Finish(id, JobState.Failed, new JobProgress(0, 0, ""), Sentence, CancellationToken.None);
            throw new RuleViolation("busy", Sentence);
        }

        return await store.Find(id, cancel) ?? throw new InvalidOperationException($"Job run {id} has vanished.");
    }
}
