using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Marshrut.Web.Infrastructure.Access;

/// <summary>What the user may not open does not exist for the user: 404, never 403 (DOMAIN §3). An endpoint without
/// readers does not exist for strangers either.</summary>
public sealed class HiddenNotForbidden : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler ordinary = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var hasReaders = context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null;
        if (authorizeResult.Forbidden || (authorizeResult.Challenged && !hasReaders))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return ordinary.HandleAsync(next, context, policy, authorizeResult);
    }
}
