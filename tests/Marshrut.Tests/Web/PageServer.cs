using AngleSharp;
using AngleSharp.Html.Dom;
using Marshrut.Web.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marshrut.Tests.Web;

/// <summary>The web side in memory, without a network, in a given environment; pages come parsed.</summary>
public sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageServer(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public static async Task<PageServer> Start(string environment, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null)
    {
        var app = WebHost.Build([$"--environment={environment}"], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            // No installation behind it: keys of forms live as long as the server.
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            configure?.Invoke(builder);
        });
        map?.Invoke(app);
        await app.StartAsync();
        return new PageServer(app);
    }

    public async Task<IHtmlDocument> Page(string address)
    {
        var answer = await Client.GetAsync(address);
        return await Parse(answer);
    }

    public static async Task<IHtmlDocument> Parse(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(request => request.Content(text));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
