using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Marshrut.Web.Infrastructure;

/// <summary>
/// A session that ended while a page was open. An ordinary request is sent to the sign-in page; a request of htmx is told to
/// send the whole page there, else the sign-in form would appear inside a table. Use as <c>Events.OnRedirectToLogin</c>.
/// </summary>
public static class ExpiredSession
{
    public static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (!IsHtmx(request))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        var page = Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var open) ? open.PathAndQuery : "/";
        var signIn = $"{request.PathBase}{context.Options.LoginPath}{QueryString.Create(context.Options.ReturnUrlParameter, page)}";
        context.Response.Headers["HX-Redirect"] = signIn;
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public static bool IsHtmx(this HttpRequest request) => request.Headers["HX-Request"] == "true";
}
