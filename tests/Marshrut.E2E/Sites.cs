using Marshrut.Core.Platform.Data;
using Marshrut.E2E;
using Marshrut.Tests.TestDatabases;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Sites))]

namespace Marshrut.E2E;

/// <summary>
/// One running site for each database and one browser for all, started when first asked for: starting is dear. Journeys that change data keep to
/// their own organisations.
/// </summary>
public sealed class Sites : IAsyncDisposable
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly Lazy<Task<RunningSite>> sqlite = new(() => RunningSite.Start(null));
    private readonly Lazy<Task<RunningSite>> postgres;
    private readonly Lazy<Task<IBrowser>> browser;
    private PrivatePostgres? cluster;
    private IPlaywright? playwright;

    public Sites()
    {
        postgres = new(async () => await RunningSite.Start(await Server()));
        browser = new(Browser);
    }

    /// <summary>A new window, with cookies of its own.</summary>
    public async Task<Visit> Open(DatabaseProvider database, bool script = true)
    {
        var site = database == DatabaseProvider.Postgres ? postgres : sqlite;
        return await Visit.Open(await browser.Value, await site.Value, script);
    }

    /// <summary>A new window where the login is signed in already.</summary>
    public async Task<Visit> Open(DatabaseProvider database, string login, bool script = true)
    {
        var visit = await Open(database, script);
        await visit.SignIn(login);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await browser.Value).DisposeAsync();
        }

        playwright?.Dispose();
        foreach (var site in new[] { sqlite, postgres }.Where(site => site is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            await (await site.Value).DisposeAsync();
        }

        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private async Task<string> Server()
    {
        if (Environment.GetEnvironmentVariable(PostgresServer.Variable) is { Length: > 0 } given)
        {
            return given;
        }

        var programs = PrivatePostgres.FindPrograms();
        Assert.SkipWhen(programs is null, "No PostgreSQL: set " + PostgresServer.Variable + " or install Debian's package postgresql.");
        cluster = await PrivatePostgres.Start(programs!);
        return cluster.ConnectionString;
    }

    private async Task<IBrowser> Browser()
    {
        var chromium = Environment.GetEnvironmentVariable("MARSHRUT_TEST_CHROMIUM") ?? Array.Find(Browsers, File.Exists);
        Assert.SkipWhen(chromium is null, "Chromium is not installed (Debian package chromium).");
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
