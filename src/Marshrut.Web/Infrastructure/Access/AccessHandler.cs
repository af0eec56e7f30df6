using Microsoft.AspNetCore.Authorization;

namespace Marshrut.Web.Infrastructure.Access;

/// <summary>Answers <see cref="AccessRule"/> from the roles that the user has in the entered place.</summary>
public sealed class AccessHandler(Workplace workplace) : AuthorizationHandler<AccessRule>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRule requirement)
    {
        if (workplace.Can(requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
