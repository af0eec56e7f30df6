using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Authorization;

namespace Marshrut.Web.Infrastructure.SignIn;

/// <summary>
/// A one-time password is changed, and a required second step is set up, before anything else (R29): until then every page leads there.
/// </summary>
public sealed class UnfinishedSignIn(RequestDelegate next, AuthSettings settings)
{
    public const string PasswordPath = "/account/password";
    public const string SecondStepPath = "/account/second-step";
    public const string SignOutPath = "/sign-out";

    public Task InvokeAsync(HttpContext http, Workplace workplace)
    {
        var step = workplace.User is not { } user ? null
            : user.MustChangePassword ? PasswordPath
            : settings.AsksSecondStepOf(user) ? SecondStepPath
            : null;
        if (step is null || http.Request.Path == step || http.Request.Path == SignOutPath
            || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return next(http);
        }

        if (http.Request.IsHtmx())
        {
            http.Response.Headers["HX-Redirect"] = http.Request.PathBase + step;
            return Task.CompletedTask;
        }

        http.Response.Redirect(http.Request.PathBase + step);
        return Task.CompletedTask;
    }
}
