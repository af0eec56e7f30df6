using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>A browser with one page open at the site: Debian's Chromium, driven as a person would.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Serious = ["serious", "critical"];
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Visit(IPlaywright playwright, IBrowser browser, IPage page)
    {
        this.playwright = playwright;
        this.browser = browser;
        Page = page;
    }

    public IPage Page { get; }

    public static async Task<Visit> Open(RunningSite site, int width = 1440, bool script = true)
    {
        var chromium = Environment.GetEnvironmentVariable("MARSHRUT_TEST_CHROMIUM") ?? Array.Find(Places, File.Exists);
        Assert.SkipWhen(chromium is null, "Chromium is not installed (Debian package chromium).");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            BaseURL = site.Address,
            ViewportSize = new ViewportSize { Width = width, Height = 1000 },
            Locale = "ru-RU",
            JavaScriptEnabled = script,
        });
        return new Visit(playwright, browser, page);
    }

    public async Task SignIn(string login, string password = RunningSite.Password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("Логин").FillAsync(login);
        await Page.GetByLabel("Пароль", new PageGetByLabelOptions { Exact = true }).FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Войти" }).ClickAsync();
    }

    /// <summary>Axe finds nothing serious, and nothing is wider than the screen.</summary>
    public async Task ShouldBeAccessible()
    {
        var found = await Page.RunAxe();
        found.Violations.Where(violation => Serious.Contains(violation.Impact))
            .Select(violation => $"{Page.Url}: {violation.Id} {string.Join(" ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{Page.Url} scrolls sideways.");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
