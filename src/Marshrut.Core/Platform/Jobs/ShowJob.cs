using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>One run, for the page that shows its progress: only to the organisation or the region it works for, and to the administrator.</summary>
public sealed class ShowJob(JobStore store, ActingScope scope, IEnumerable<IBackgroundWork> works) : IUseCase
{
    /// <returns>Null where there is no such run, or it is another place's.</returns>
    public async Task<JobRow?> Show(long id, CancellationToken cancel) =>
        await store.Find(id, cancel) is { } run && run.IsOf(scope)
            ? new JobRow(run, works.FirstOrDefault(work => work.Kind == run.Kind)?.Title ?? run.Kind)
            : null;
}
