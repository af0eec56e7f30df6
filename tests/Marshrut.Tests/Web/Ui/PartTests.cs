using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Marshrut.Tests.Web.Ui;

/// <summary>Parts as the living pages show them: words, roles and links between pieces.</summary>
public class PartTests(LivingPages pages) : IClassFixture<LivingPages>
{
    [Fact]
    public async Task A_level_is_said_by_a_word_and_an_icon_beside_the_colour()
    {
        var page = await pages.Server.Page("/_ui");

        var levels = page.QuerySelectorAll(".level").ToLookup(level => level.TextContent.Trim());
        Icon(levels["Высокий"].First()).ShouldBe("chevrons-up");
        Icon(levels["Невысокий"].First()).ShouldBe("check");
        Icon(levels["Невысокий, предв."].First()).ShouldBe("circle-dashed");
        levels["не определён"].ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("просрочено, 1 день", "tag-bad")]
    [InlineData("сегодня, 6 ч", "tag-wait")]
    [InlineData("2 раб. дня", "tag-wait")]
    [InlineData("5 раб. дней", "tag-calm")]
    public async Task A_term_is_counted_in_working_days_and_coloured_by_what_is_left(string words, string css)
    {
        var page = await pages.Server.Page("/_ui");

        page.QuerySelectorAll(".tag").Single(tag => Plain(tag) == words).ClassList.ShouldContain(css);
    }

    [Fact]
    public async Task Three_characteristics_are_named_and_the_rest_counted()
    {
        var page = await pages.Server.Page("/_ui/list");

        var row = page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Абрамов"));
        row.QuerySelectorAll(".trait").Select(trait => trait.TextContent).ShouldBe(["низкая занятость", "нет опыта", "нет встреч с работодателями"]);
        row.QuerySelector(".more")!.TextContent.ShouldStartWith("+2");
    }

    [Fact]
    public async Task What_is_not_known_is_said_to_listeners_too()
    {
        var page = await pages.Server.Page("/_ui/list");

        page.QuerySelector(".trait-unknown")!.TextContent.ShouldEndWith("нет данных");
    }

    [Fact]
    public async Task A_field_is_tied_to_its_label_hint_and_problem()
    {
        var page = await pages.Server.Page("/_ui");

        var code = (IHtmlInputElement)page.QuerySelector("input[name=code]")!;
        code.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("#" + code.GetAttribute("aria-describedby"))!.TextContent.ShouldBe("Код неполный. Нужны три пары цифр: 09.02.07");
        page.QuerySelector($"label[for={code.Id}]")!.TextContent.ShouldBe("Код направления");

        var reason = page.QuerySelector("input[name=reason]")!;
        reason.GetAttribute("aria-invalid").ShouldBeNull();
        reason.GetAttribute("placeholder").ShouldBe("Например: приказ № 112");
        page.QuerySelector("#" + reason.GetAttribute("aria-describedby"))!.TextContent.ShouldBe("Увидят специалисты ЦК и ЦЗН");
        page.QuerySelector($"label[for={reason.Id}]")!.TextContent.ShouldBe("Причина изменения необязательно");
    }

    [Fact]
    public async Task The_box_of_a_row_says_whom_it_chooses()
    {
        var page = await pages.Server.Page("/_ui/list");

        page.QuerySelectorAll(".row-check").Select(box => box.GetAttribute("aria-label")).ShouldContain("Выбрать: Васильев Тимур");
        page.QuerySelectorAll(".row-check[checked]").Length.ShouldBe(1);
        page.QuerySelector(".row-check-all")!.HasAttribute("name").ShouldBeFalse();
    }

    [Fact]
    public async Task A_sorted_column_says_so_and_stays_a_link()
    {
        var page = await pages.Server.Page("/_ui/list");

        var sorted = page.QuerySelector("th[aria-sort]")!;
        sorted.GetAttribute("aria-sort").ShouldBe("descending");
        sorted.QuerySelector("a")!.TextContent.ShouldBe("Приоритет");
    }

    [Fact]
    public async Task Pages_turn_by_links_and_a_missing_page_is_grey()
    {
        var page = await pages.Server.Page("/_ui/list");

        var pager = page.QuerySelector("nav.pager")!;
        pager.QuerySelector("a[rel=next]")!.TextContent.ShouldBe("Следующие 50");
        pager.QuerySelector("[aria-disabled=true]")!.TextContent.ShouldBe("Предыдущие");
    }

    [Fact]
    public async Task A_bar_has_its_numbers_in_words()
    {
        var page = await pages.Server.Page("/_ui");

        page.QuerySelectorAll("svg.share").Select(bar => bar.GetAttribute("aria-label")).ShouldContain("27 приняты, 12 ждут, 3 возвращены");
        var progress = page.QuerySelectorAll("progress").Single(bar => bar.GetAttribute("aria-label") == "Записано 202 строки из 310");
        progress.GetAttribute("value").ShouldBe("202");
        progress.GetAttribute("max").ShouldBe("310");
    }

    [Fact]
    public async Task Parts_of_a_bar_fill_it_in_proportion()
    {
        var page = await pages.Server.Page("/_ui");

        var parts = page.QuerySelector("svg.share")!.QuerySelectorAll("rect[class]");
        parts.Select(part => part.ClassName).ShouldBe(["share-good", "share-wait", "share-bad"]);
        parts.Select(part => Math.Round(Number(part, "x"))).ShouldBe([0, 643, 929]);
        (Number(parts[2], "x") + Number(parts[2], "width")).ShouldBe(1000, 0.1);
    }

    [Fact]
    public async Task The_step_at_work_is_marked()
    {
        var page = await pages.Server.Page("/_ui/import");

        page.QuerySelector(".steps [aria-current=step]")!.QuerySelector(".word")!.TextContent.ShouldBe("Проверка");
        page.QuerySelectorAll(".steps .done").Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_present_section_is_marked_once_in_each_list_of_sections()
    {
        var page = await pages.Server.Page("/_ui/list");

        foreach (var sections in page.QuerySelectorAll(".sections"))
        {
            sections.QuerySelectorAll("[aria-current=page]").Single().QuerySelector(".count")!.TextContent.ShouldBe("1\u00a0830");
        }
    }

    [Fact]
    public async Task A_failure_is_announced_at_once_and_news_politely()
    {
        var page = await pages.Server.Page("/_ui");

        page.QuerySelector(".message-bad")!.GetAttribute("role").ShouldBe("alert");
        page.QuerySelector(".message-good")!.GetAttribute("role").ShouldBe("status");
        page.QuerySelector(".message-bad .case")!.TextContent.ShouldBe("Код случая: 4F2A91C0");
    }

    [Fact]
    public async Task Cyrillic_stands_in_the_page_as_it_is()
    {
        var text = await pages.Server.Client.GetStringAsync("/_ui/list", TestContext.Current.CancellationToken);

        text.ShouldContain("Заречный политехнический колледж");
        text.ShouldNotContain("&#x4");
    }

    private static string Icon(IElement part) => part.QuerySelector("use")!.GetAttribute("href")!.Split('#')[1];

    private static string Plain(IElement part) => part.TextContent.Trim().Replace('\u00a0', ' ');

    private static double Number(IElement part, string attribute) =>
        double.Parse(part.GetAttribute(attribute)!, System.Globalization.CultureInfo.InvariantCulture);
}
