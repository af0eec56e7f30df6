using System.Runtime.CompilerServices;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Core.Risk;

/// <summary>
/// Determines the risk of several organisations, a few beside each other: while one writes, another is read and computed. Each has a scope and a
/// transaction of its own: the tenancy nets hold in it as anywhere, its memory is given back after it, and what is committed stays.
/// </summary>
public sealed class AssessOrganizations(ActingScope scope, IServiceScopeFactory scopes) : IUseCase
{
    /// <summary>More than the cores would only hold more registers in memory.</summary>
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <param name="organizations">None of them a school (R21).</param>
    /// <param name="input">The same for each.</param>
    /// <param name="progress">Told how many of how many people of one organisation are assessed, from several threads; null: nobody watches.</param>
    /// <param name="cancel">Interrupts the organisations under way; those done before stay so.</param>
    /// <returns>The counts in the order of the organisations, each as soon as those before it are done.</returns>
    public async IAsyncEnumerable<AssessmentCounts> Assess(
        IReadOnlyCollection<Organization> organizations, AssessOrganizationInput input, Action<int, int>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var free = new SemaphoreSlim(AtOnce);
        var runs = organizations.Select(organization => Task.Run(() => Assess(organization, input, progress, free, stop.Token), CancellationToken.None)).ToList();
        try
        {
            foreach (var run in runs)
            {
                yield return await run;
            }
        }
        finally
        {
            // One that fails ends all: what the others still do must not outlive the caller.
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(runs)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<AssessmentCounts> Assess(
        Organization organization, AssessOrganizationInput input, Action<int, int>? progress, SemaphoreSlim free, CancellationToken cancel)
    {
        await free.WaitAsync(cancel);
        try
        {
            await using var own = scopes.CreateAsyncScope();
            var acting = own.ServiceProvider.GetRequiredService<ActingScope>();
            acting.ActAs(scope.Actor);
            acting.EnterOrganization(organization.Id, organization.RegionCode);
            return await own.ServiceProvider.GetRequiredService<AssessOrganization>().Assess(input, cancel, progress);
        }
        finally
        {
            free.Release();
        }
    }
}
