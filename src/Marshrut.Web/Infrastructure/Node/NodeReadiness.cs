using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Encryption;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Marshrut.Web.Infrastructure.Node;

/// <summary>May this node get requests: the database answers, it still remembers the key ring that the node holds, and the node has its newest key.</summary>
public sealed class NodeReadiness(RememberedRing remembered, KeyRing ring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(remembered.Knows(ring) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        }
        catch (InstallationProblem problem)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(exception: problem));
        }
    }
}
