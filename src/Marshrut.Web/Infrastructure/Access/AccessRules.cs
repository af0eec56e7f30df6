using Marshrut.Core.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Marshrut.Web.Infrastructure.Access;

public static class AccessRules
{
    // The framework's own, for files that changed since the build; has no readers, so it answers 404.
    private const string ChangedFiles = "Fallback {**path:file}";

    /// <summary>For endpoints that are not pages.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, PlaceKind place, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AccessRule(place, permission));

    /// <summary>
    /// Looks at every endpoint once, at the start: one that stands in an organisation or region and does not carry it in its route would answer for
    /// nobody or, worse, for anybody.
    /// </summary>
    /// <exception cref="InvalidOperationException">Such an endpoint exists, or one has no rule at all.</exception>
    public static void CheckAccessRules(this IEndpointRouteBuilder app)
    {
        foreach (var endpoint in app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<AccessRule>() is { } rule)
            {
                if (rule.RouteValue is { } value && endpoint.RoutePattern.GetParameter(value) is null)
                {
                    throw new InvalidOperationException($"The route «{endpoint.RoutePattern.RawText}» stands in {rule.Place} and lacks {{{value}}}.");
                }
            }
            else if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.DisplayName != ChangedFiles)
            {
                throw new InvalidOperationException(
                    $"«{endpoint.DisplayName}» says nobody who may open it: describe its folder in a Conventions.cs, or call RequirePermission.");
            }
        }
    }
}
