using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Frame;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Infrastructure.SignIn;

/// <summary>Sign-in, sessions and access in the host.</summary>
public static class SignInServices
{
    private static readonly TimeSpan SessionTerm = TimeSpan.FromHours(8);
    private static readonly TimeSpan SecondStepTerm = TimeSpan.FromMinutes(5);

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(AuthSettings.From(configuration));
        services.AddSignInRate();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<User>().AddEntityFrameworkStores<MarshrutDb>().AddSignInManager();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            Harden(options.Cookie, "marshrut-session");
            options.ExpireTimeSpan = SessionTerm;
            options.SlidingExpiration = true;
            options.LoginPath = SessionCookie.SignInPath;
            options.ReturnUrlParameter = SessionCookie.ReturnParameter;
            options.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = SessionCookie.Validate,
                OnRedirectToLogin = ExpiredSession.SendToSignIn,
            };
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            Harden(options.Cookie, "marshrut-second-step");
            options.ExpireTimeSpan = SecondStepTerm;
            options.SlidingExpiration = false;
        });
        services.AddAntiforgery(options =>
        {
            Harden(options.Cookie, "marshrut-form");
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<CookieTempDataProviderOptions>(options => Harden(options.Cookie, "marshrut-note"));

        services.AddSingleton<Moments>();
        services.AddScoped<Workplace>();
        services.AddScoped<IAuthorizationHandler, AccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, HiddenNotForbidden>();

        // What says nothing about its readers has none; AccessRules.CheckAccessRules refuses to start with such an endpoint anyway.
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddScoped<HandlerAccess>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<HandlerAccess>());

        // After the framework has put its own collection of conventions there.
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions.Add(new Folders()));
    }

    /// <summary>Between routing and the endpoints.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<UnfinishedSignIn>();
        app.UseMiddleware<EnterWorkplace>();
        app.UseAuthorization();
        app.UseMiddleware<FillFrame>();
    }

    /// <summary>Cookies follow the scheme (R31), are not read by scripts and not sent by other sites' forms.</summary>
    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }
}
