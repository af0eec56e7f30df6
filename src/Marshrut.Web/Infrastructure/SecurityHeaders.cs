using Microsoft.Net.Http.Headers;

namespace Marshrut.Web.Infrastructure;

/// <summary>
/// Headers of every answer. Nothing but our own files is loaded, no inline style or script runs, nobody frames our pages,
/// and what is not a fingerprinted file is not kept by browsers or proxies.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>The one policy of the installation. <c>data:</c> is for small marks in the style sheet.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    private const string Permissions = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(static state =>
        {
            Write(((HttpContext)state).Response.Headers);
            return Task.CompletedTask;
        }, http);
        return next(http);
    }

    private static void Write(IHeaderDictionary headers)
    {
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentPolicy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", Permissions);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        // Static files say themselves how long they live; everything else may hold people.
        headers.TryAdd(HeaderNames.CacheControl, "no-store");
    }
}
