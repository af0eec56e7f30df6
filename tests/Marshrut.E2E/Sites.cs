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
    private readonly SemaphoreSlim gate = new(1);
    private readonly SemaphoreSlim browserGate = new(1);
    private RunningSite? sqlite;
    private RunningSite? postgres;
    private PrivatePostgres? cluster;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A new window, with cookies of its own.</summary>
    public async Task<Visit> Open(DatabaseProvider database, int width = 1440, bool script = true)
    {
        var site = await Get(database);
        return await Visit.Open(await Browser(), site, width, script);
    }

    /// <summary>A new window where the login is signed in already.</summary>
    public async Task<Visit> Open(DatabaseProvider database, string login, int width = 1440, bool script = true)
    {
        var visit = await Open(database, width, script);
        await visit.SignIn(login);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        foreach (var site in new[] { sqlite, postgres })
        {
            if (site is not null)
            {
                await site.DisposeAsync();
            }
        }

        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }

    private async Task<RunningSite> Get(DatabaseProvider database)
    {
        await gate.WaitAsync();
        try
        {
            return database == DatabaseProvider.Postgres ? postgres ??= await RunningSite.Start(await Server()) : sqlite ??= await RunningSite.Start(null);
        }
        finally
        {
            gate.Release();
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
        return (cluster ??= await PrivatePostgres.Start(programs!)).ConnectionString;
    }

    private async Task<IBrowser> Browser()
    {
        var chromium = Environment.GetEnvironmentVariable("MARSHRUT_TEST_CHROMIUM") ?? Array.Find(Browsers, File.Exists);
        Assert.SkipWhen(chromium is null, "Chromium is not installed (Debian package chromium).");
        await browserGate.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            browserGate.Release();
        }
    }
}
