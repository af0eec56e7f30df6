using System.Net;

namespace Marshrut.Tests.Web.Ui;

public class LivingPageTests(LivingPages pages) : IClassFixture<LivingPages>
{
    [Theory]
    [MemberData(nameof(LivingPages.Addresses), MemberType = typeof(LivingPages))]
    public async Task A_page_has_nothing_that_the_content_policy_would_drop(string address)
    {
        var page = await pages.Server.Page(address);

        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.All.ShouldAllBe(element => !element.Attributes.Any(attribute => attribute.Name.StartsWith("on")));
        page.QuerySelectorAll("script, link[rel=stylesheet], img")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!)
            .ShouldAllBe(file => file.StartsWith('/') && !file.StartsWith("//"));
    }

    [Theory]
    [MemberData(nameof(LivingPages.Addresses), MemberType = typeof(LivingPages))]
    public async Task Every_tag_of_ours_was_turned_into_html(string address)
    {
        var page = await pages.Server.Page(address);

        page.All.Select(element => element.LocalName).ShouldNotContain(name => name.StartsWith("m-"));
    }

    [Theory]
    [MemberData(nameof(LivingPages.Addresses), MemberType = typeof(LivingPages))]
    public async Task Ids_are_unique_and_references_lead_to_them(string address)
    {
        var page = await pages.Server.Page(address);

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        ids.ShouldBeUnique();
        var references = page.QuerySelectorAll("[aria-describedby], label[for]")
            .SelectMany(element => (element.GetAttribute("aria-describedby") ?? element.GetAttribute("for")!).Split(' '));
        references.ShouldAllBe(id => ids.Contains(id));
    }

    [Theory]
    [MemberData(nameof(LivingPages.Addresses), MemberType = typeof(LivingPages))]
    public async Task Headings_begin_with_one_of_the_first_rank(string address)
    {
        var page = await pages.Server.Page(address);

        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.Title.ShouldEndWith("· Маршрут");
        page.DocumentElement.GetAttribute("lang").ShouldBe("ru");
    }

    [Fact]
    public async Task The_first_link_leads_to_the_content()
    {
        var page = await pages.Server.Page("/_ui/list");

        var first = page.QuerySelector("a")!;
        first.TextContent.ShouldBe("К содержимому");
        page.QuerySelector(first.GetAttribute("href")!)!.LocalName.ShouldBe("main");
    }

    [Fact]
    public async Task Every_icon_that_a_page_names_is_in_the_sprite()
    {
        var sprite = await pages.Server.Client.GetStringAsync("/lib/icons.svg", TestContext.Current.CancellationToken);
        var drawn = new HashSet<string>();
        foreach (var address in LivingPages.Addresses)
        {
            var page = await pages.Server.Page(address.Data);
            drawn.UnionWith(page.QuerySelectorAll("use").Select(use => use.GetAttribute("href")!.Split('#')[1]));
        }

        drawn.Count.ShouldBeGreaterThan(20);
        drawn.ShouldAllBe(name => sprite.Contains($"id=\"{name}\""));
    }

    [Theory]
    [InlineData("/lib/site.css")]
    [InlineData("/lib/htmx.min.js")]
    [InlineData("/lib/echarts.min.js")]
    [InlineData("/lib/icons.svg")]
    [InlineData("/lib/fonts/golos-text-cyrillic-400-normal.woff2")]
    [InlineData("/js/site.js")]
    public async Task What_npm_brought_is_served_by_ourselves(string file)
    {
        var answer = await pages.Server.Client.GetAsync(file, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task The_style_sheet_loads_nothing_from_elsewhere_and_begins_with_fonts()
    {
        var css = await pages.Server.Client.GetStringAsync("/lib/site.css", TestContext.Current.CancellationToken);

        css.ShouldNotContain("\uFEFF");
        css.ShouldNotContain("url(http");
        css.ShouldNotContain("url(//");
        css.ShouldContain("font-family: 'Golos Text'");
        css.ShouldContain("@layer tabler{");
        css.ShouldContain("@layer marshrut{");
    }

    [Fact]
    public async Task The_living_pages_are_hidden_outside_development()
    {
        await using var production = await PageServer.Start("Production");

        foreach (var address in LivingPages.Addresses)
        {
            (await production.Client.GetAsync(address.Data, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
