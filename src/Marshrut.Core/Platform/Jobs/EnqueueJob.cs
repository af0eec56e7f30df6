using System.Text.Json;
using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>Orders background work for whoever acts: it goes on after the page is left and is taken up again after a restart.</summary>
/// <remarks>
/// Without a scheduler in the process (a command, a node with <c>Jobs:Threads</c> = 0) the row waits until a serving node sees it.
/// </remarks>
public sealed class EnqueueJob(JobStore store, ActingScope scope, TimeProvider clock, JobScheduler? scheduler = null) : IUseCase
{
    /// <param name="kind"><see cref="IBackgroundWork.Kind"/> of a work.</param>
    /// <param name="arguments">Ids and codes alone, never personal data: they are kept as plain JSON.</param>
    /// <param name="cancel">Stops the ordering, not the work.</param>
    /// <returns>Number of the run; that of the run already waiting or going on, where the same was asked before.</returns>
    public async Task<long> Enqueue(string kind, object arguments, CancellationToken cancel)
    {
        var id = await store.Add(NewRun(kind, arguments, scope, clock, foreground: false), cancel);
        if (scheduler is not null && await store.Find(id, cancel) is { State: JobState.Queued } run)
        {
            await scheduler.Schedule(run, cancel);
        }

        return id;
    }

    internal static JobRun NewRun(string kind, object arguments, ActingScope scope, TimeProvider clock, bool foreground)
    {
        var whose = scope.HasOrganization ? FormattableString.Invariant($"{scope.OrganizationId}") : scope.RegionCode is { } region ? "region-" + region : "all";
        return new JobRun
        {
            Id = 0,
            Kind = kind,
            Key = $"{kind}-{whose}",
            OrganizationId = scope.HasOrganization ? scope.OrganizationId : null,
            RegionCode = scope.RegionCode,
            MayHandleRestricted = scope.MayHandleRestricted,
            Arguments = JsonSerializer.Serialize(arguments, JsonSerializerOptions.Web),
            RequestedBy = scope.Actor,
            Foreground = foreground,
            State = JobState.Queued,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
    }
}
