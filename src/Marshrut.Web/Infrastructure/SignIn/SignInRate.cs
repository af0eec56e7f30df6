using System.Threading.RateLimiting;

namespace Marshrut.Web.Infrastructure.SignIn;

/// <summary>
/// Many tries from one address get 429 (R31). A whole college signs in from one address in the morning: forty at once, then ten a minute, and only
/// tries count, not looks at the page.
/// </summary>
public static class SignInRate
{
    public const string Policy = "sign-in";
    public const int AtOnce = 40;
    private const int AMinute = 10;

    public static void AddSignInRate(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Policy, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "unknown", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = AtOnce,
                TokensPerPeriod = AMinute,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("looks"));
    });
}
