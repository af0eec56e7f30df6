namespace Marshrut.Web.Infrastructure;

/// <summary>
/// Answers that no page of ours gave: an unknown address, a failure, too many tries. Pages get a Russian page with the right
/// status; the API and other programs keep their own bodies.
/// </summary>
public static class ErrorPages
{
    public const string Path = "/_status/{0}";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), pages =>
        {
            if (!app.Environment.IsDevelopment())
            {
                pages.UseExceptionHandler("/_status/500");
            }

            pages.UseStatusCodePagesWithReExecute(Path);
        });
    }

    /// <summary>
    /// An address that leads nowhere is 404 also for somebody not signed in (R31): the authorization that follows would answer
    /// with the sign-in page. Stands between routing and authentication.
    /// </summary>
    public static void UseUnknownAddresses(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint() is not null)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
