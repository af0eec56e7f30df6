using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Web.Infrastructure.Access;

/// <summary>
/// The first net (DESIGN §5): before anything is read, the scope of the request is set to the organisation or region of its route — if the user has a
/// role there. A foreign place and one that does not exist answer the same 404, from memory, without asking the database.
/// </summary>
public sealed class EnterWorkplace(RequestDelegate next, ILogger<EnterWorkplace> log)
{
    public async Task InvokeAsync(HttpContext http, Workplace workplace, ActingScope scope)
    {
        try
        {
            await Enter(http, workplace, scope);
        }
        catch (TenancyViolation violation) when (!http.Response.HasStarted)
        {
            // A defect or an attack: loud in the log, and outside the same as an address that does not exist.
            log.LogError(violation, "Tenancy net held at {Endpoint}", http.GetEndpoint()?.DisplayName);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private Task Enter(HttpContext http, Workplace workplace, ActingScope scope)
    {
        if (workplace.User is not { } user)
        {
            return next(http);
        }

        scope.ActAs(Actors.Of(user.Id));
        if (http.GetEndpoint()?.Metadata.GetMetadata<AccessRule>() is not { } rule)
        {
            return next(http);
        }

        var code = rule.RouteValue is { } name
            ? http.GetRouteValue(name) as string ?? throw new TenancyViolation($"The route of {http.GetEndpoint()!.DisplayName} lacks «{name}».")
            : null;
        if (!workplace.Enter(rule.Place, code))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        switch (rule.Place)
        {
            case PlaceKind.Organization:
                var place = workplace.Place;
                scope.EnterOrganization(place.OrganizationId!.Value, place.RegionCode!, workplace.Posts.Any(post => post.MayHandleRestricted));
                break;
            case PlaceKind.Region:
                scope.EnterRegion(workplace.RegionCode);
                break;
        }

        return next(http);
    }
}
