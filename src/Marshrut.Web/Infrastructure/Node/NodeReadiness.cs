using System.Data.Common;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Encryption;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Marshrut.Web.Infrastructure.Node;

/// <summary>May this node get requests: the database answers, and it still remembers the key ring that the node holds.</summary>
public sealed class NodeReadiness(InstallationSettings settings, KeyRing ring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(settings.Read("key-ring.id").ContainsValue(ring.Id) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        }
        catch (DbException problem)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(exception: problem));
        }
    }
}
