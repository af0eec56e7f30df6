using System.IO.Compression;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>A browser window with one page open at the site: Debian's Chromium, driven as a person would.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const int PhoneWidth = 390;
    private static readonly string[] Serious = ["serious", "critical"];

    /// <summary>Of what is in order axe would otherwise tell every element: on a list of fifty rows that takes longer than the examination.</summary>
    private static readonly AxeRunOptions Violations = new() { ResultTypes = [ResultType.Violations] };

    private readonly IBrowserContext window;
    private readonly List<string> consoleErrors = [];

    private Visit(IBrowserContext window, IPage page)
    {
        this.window = window;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                consoleErrors.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => consoleErrors.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public static async Task<Visit> Open(IBrowser browser, RunningSite site, bool script)
    {
        var window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address,
            ViewportSize = new ViewportSize { Width = 1440, Height = 1000 },
            Locale = "ru-RU",
            JavaScriptEnabled = script,
        });
        return new Visit(window, await window.NewPageAsync());
    }

    public async Task SignIn(string login, string password = RunningSite.Password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("Логин").FillAsync(login);
        await Page.GetByLabel("Пароль", new PageGetByLabelOptions { Exact = true }).FillAsync(password);
        await Press("Войти");
    }

    public Task Press(string button) => Button(button).ClickAsync();

    public Task Follow(string link) => Link(link).ClickAsync();

    /// <summary>Presses a key once the page's script can hear it.</summary>
    public async Task PressKey(string key)
    {
        await Hears();
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Chooses in a filter that sends itself, once the page's script can hear it, and waits for the page that comes of it.</summary>
    public async Task Filter(string label, SelectOptionValue value, string address)
    {
        var select = Page.GetByLabel(label).First;
        await select.WaitForAsync();
        await Hears();
        await select.SelectOptionAsync(value);
        await Page.WaitForURLAsync(address);
    }

    /// <summary>The script of a page comes after all of its marks.</summary>
    private Task Hears() => Page.Locator("html.js").WaitForAsync();

    /// <summary>Opens a menu: a summary with a panel under it.</summary>
    public Task Unfold(string menu) => Page.Locator("summary").Filter(new LocatorFilterOptions { HasText = menu }).First.ClickAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name }).First;

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name }).First;

    /// <summary>The control of exactly this label, marked optional or not.</summary>
    public ILocator Field(string label) => Page.GetByLabel(new Regex("^" + Regex.Escape(label) + @"\s*(необязательно)?$"));

    public ILocator Rows(string caption) => Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = caption }).Locator("tbody tr");

    /// <summary>The whole page is there then: on a slow machine the words may come before the rows under them.</summary>
    public async Task ShouldSay(string words)
    {
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words);
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <inheritdoc cref="ShouldSay"/>
    public async Task ShouldBeHeaded(string heading)
    {
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync(heading);
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>The address answers as if there were nothing.</summary>
    public async Task ShouldNotFind(string address)
    {
        var answer = await Page.GotoAsync(address);
        answer!.Status.ShouldBe(404, address);
        await ShouldBeHeaded("Такой страницы нет");
    }

    /// <summary>What the pressed thing sends down.</summary>
    public async Task<byte[]> Download(ILocator pressed)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => pressed.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    /// <summary>Rows of the first sheet of a workbook, the header among them.</summary>
    public static int RowsOf(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var sheet = new StreamReader(archive.Entries.First(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open());
        return sheet.ReadToEnd().Split("<row ").Length - 1;
    }

    /// <summary>Axe finds nothing serious, and nothing is wider than the screen: at the width of the window and at that of a phone.</summary>
    public async Task ShouldBeAccessible() => (await Barriers()).ShouldBeEmpty();

    /// <summary>What <see cref="ShouldBeAccessible"/> finds wrong with the page, in words.</summary>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        var own = Page.ViewportSize!;
        var wide = await BarriersNow();
        await Page.SetViewportSizeAsync(PhoneWidth, own.Height);
        var narrow = await BarriersNow();
        await Page.SetViewportSizeAsync(own.Width, own.Height);
        return [.. wide, .. narrow];
    }

    private async Task<List<string>> BarriersNow()
    {
        var found = await Page.RunAxe(Violations);
        var place = $"{Page.Url} at {Page.ViewportSize!.Width}px";
        var barriers = found.Violations.Where(violation => Serious.Contains(violation.Impact))
            .Select(violation => $"{place}: {violation.Id} {string.Join(" ", violation.Nodes.Take(5).Select(node => node.Html))}").ToList();
        var wider = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wider > 0)
        {
            barriers.Add($"{place} scrolls sideways by {wider}px.");
        }

        return barriers;
    }

    /// <summary>What the browser's console complained of until now.</summary>
    public IReadOnlyList<string> ConsoleErrors => consoleErrors;

    public ValueTask DisposeAsync() => window.DisposeAsync();
}
