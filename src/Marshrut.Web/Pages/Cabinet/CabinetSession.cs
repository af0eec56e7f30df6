using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>Whose cabinet is open in this browser: a cookie with the number of the invitation that let the person in, readable by us alone and sent to these pages alone.</summary>
public sealed class CabinetSession(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    private const string Name = "marshrut-my";
    private static readonly TimeSpan term = TimeSpan.FromDays(14);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector(Name).ToTimeLimitedDataProtector();

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("No request.");

    private CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Http.Request.IsHttps, Path = Http.Request.PathBase + CabinetPages.Home, IsEssential = true, MaxAge = term };

    public void Begin(long invitationId) => Http.Response.Cookies.Append(Name, protector.Protect(invitationId.ToString(CultureInfo.InvariantCulture), term), Options);

    /// <summary>Null: nobody's cabinet is open here.</summary>
    public long? Invitation()
    {
        try
        {
            return Http.Request.Cookies[Name] is { Length: > 0 } cookie && long.TryParse(protector.Unprotect(cookie), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void End() => Http.Response.Cookies.Delete(Name, Options);
}
