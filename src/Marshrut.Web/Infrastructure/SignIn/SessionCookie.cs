using System.Globalization;
using System.Security.Claims;
using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Marshrut.Web.Infrastructure.SignIn;

/// <summary>
/// The session: a cookie with the user's id and security stamp. Each request reads the user anew by both (one statement), so a block, a changed
/// password and a new role have effect with the next request, not after an interval.
/// </summary>
public static class SessionCookie
{
    public const string SignInPath = "/sign-in";
    public const string ReturnParameter = "returnUrl";

    /// <summary>Claim of Identity's own cookies, so that its sign-in manager and ours understand each other.</summary>
    public const string StampClaim = "AspNet.Identity.SecurityStamp";

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var user = UserIdOf(context.Principal) is { } id
            ? await services.GetRequiredService<FindSignedInUser>().Find(id, context.Principal?.FindFirstValue(StampClaim), context.HttpContext.RequestAborted)
            : null;
        if (user is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        services.GetRequiredService<Workplace>().SignIn(user);
    }

    /// <summary>Begins a session, or renews it after the stamp has changed.</summary>
    public static Task Begin(HttpContext http, User user) =>
        http.SignInAsync(IdentityConstants.ApplicationScheme, PrincipalOf(user, IdentityConstants.ApplicationScheme));

    /// <summary>Remembers for a few minutes who passed the first step.</summary>
    public static Task BeginSecondStep(HttpContext http, User user) =>
        http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, PrincipalOf(user, IdentityConstants.TwoFactorUserIdScheme));

    /// <summary>Who passed the first step; null: nobody, or too long ago.</summary>
    public static async Task<(long UserId, string? Stamp)?> AtSecondStep(HttpContext http)
    {
        var first = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return first.Succeeded && UserIdOf(first.Principal) is { } id ? (id, first.Principal.FindFirstValue(StampClaim)) : null;
    }

    public static async Task End(HttpContext http)
    {
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
    }

    private static ClaimsPrincipal PrincipalOf(User user, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)), new Claim(StampClaim, user.SecurityStamp!)],
        scheme));

    private static long? UserIdOf(ClaimsPrincipal? principal) =>
        long.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
