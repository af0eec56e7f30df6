using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Marshrut.Core;
using Marshrut.Core.Platform.Data;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.DataProtection;
using Marshrut.Web.Infrastructure.Node;
using Marshrut.Web.Infrastructure.SignIn;
using Marshrut.Web.Pages.Cabinet;
using Marshrut.Web.Pages.Profiling.Answering;
using Marshrut.Web.Pages.Profiling.Groups;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Marshrut.Web.Infrastructure;

/// <summary>The web side of the program: what it needs, and the order in which a request passes through it.</summary>
public static class WebHost
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <param name="args">Settings of the command line (<c>--urls</c>, <c>--environment</c>).</param>
    /// <param name="configure">What the caller adds or replaces: a test server, settings of a demo.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Pages and static files are found by the name of this assembly, also when tests start the host.
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            // Files are found beside the program, wherever it was started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.UseNodeLog();
        ListenByDefault(builder);
        builder.Services.AddMarshrutCore(CoreSettings.From(builder.Configuration));
        builder.Services.AddSignIn(builder.Configuration);
        AddNode(builder);
        AddPages(builder);
        configure?.Invoke(builder);

        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void ListenByDefault(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (settings["urls"] is null && settings["http_ports"] is null && !settings.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }

    /// <summary>What makes the process one node of an installation, of possibly many.</summary>
    private static void AddNode(WebApplicationBuilder builder)
    {
        builder.Services.AddSealedDataProtection();
        builder.Services.AddTrustedProxies(builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddHealth();
    }

    private static void AddPages(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<IConfigureOptions<MvcOptions>, RussianBinding>();
        services.AddScoped<FindCircle>();
        services.AddHttpContextAccessor();
        services.AddScoped<AnsweringSession>();
        services.AddScoped<CabinetSession>();
        services.AddScoped<CabinetDoor>();
        services.AddRazorPages(options =>
        {
            if (!builder.Environment.IsDevelopment())
            {
                options.Conventions.AddFolderRouteModelConvention("/Ui", page => page.Selectors.Clear());
            }
        });
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var russian = CultureInfo.GetCultureInfo("ru-RU");
            options.DefaultRequestCulture = new RequestCulture(russian);
            options.SupportedCultures = [russian];
            options.SupportedUICultures = [russian];
            options.RequestCultureProviders.Clear();
        });
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseErrorPages();
        app.UseRouting();
        app.UseUnknownAddresses();
        app.UseRequestLocalization();
        app.UseSignIn();
        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.CheckAccessRules();
    }
}
