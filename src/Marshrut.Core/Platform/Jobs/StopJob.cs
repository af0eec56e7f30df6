using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>Asks a waiting or running work to stop. What it has half done it takes back or leaves to go on from: that is the work's own rule.</summary>
public sealed class StopJob(JobStore store, ActingScope scope, JobRunner runner) : IUseCase
{
    /// <param name="id">Number of the run.</param>
    /// <param name="cancel">Stops the asking.</param>
    /// <exception cref="TenancyViolation">The run belongs to another organisation or region.</exception>
    /// <exception cref="RuleViolation">It is over already.</exception>
    public async Task Stop(long id, CancellationToken cancel)
    {
        var run = await store.Find(id, cancel) ?? throw new TenancyViolation($"No job run {id}.");
        if (!run.IsOf(scope))
        {
            throw new TenancyViolation($"Job run {id} is another place's.");
        }

        if (!await store.RequestStop(id, cancel))
        {
            throw new RuleViolation("job-over", "Работа уже закончилась, останавливать нечего.");
        }

        // One that has not begun is settled at once instead of waiting for its turn; a running one reads the flag itself.
        if (run is { State: JobState.Queued, Foreground: false })
        {
            await runner.Run(id, command: false, null, cancel);
        }
    }
}
