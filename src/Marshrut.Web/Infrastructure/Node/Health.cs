using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Marshrut.Web.Infrastructure.Node;

/// <summary>
/// For balancers and supervisors: <c>/health/live</c> (the process answers) and <c>/health/ready</c> (it may get requests). One word for an answer:
/// strangers learn nothing else.
/// </summary>
public static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<NodeReadiness>("node");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
