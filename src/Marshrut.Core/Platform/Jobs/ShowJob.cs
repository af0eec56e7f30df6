using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>One run, for the page that shows its progress: only to the organisation it works for, or where no organisation is in scope (the administrator).</summary>
public sealed class ShowJob(JobStore store, ActingScope scope, IEnumerable<IBackgroundWork> works) : IUseCase
{
    /// <returns>Null where there is no such run, or it is another organisation's.</returns>
    public async Task<JobRow?> Show(long id, CancellationToken cancel) =>
        await store.Find(id, cancel) is { } run && (!scope.HasOrganization || run.OrganizationId == scope.OrganizationId)
            ? new JobRow(run, works.FirstOrDefault(work => work.Kind == run.Kind)?.Title ?? run.Kind)
            : null;
}
