using System.Net;
using System.Text;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;

namespace Marshrut.Tests.Web.Imports;

public class StatisticsPageTests
{
    private const string Header = "Год выпуска;Горизонт, лет;Код направления;Организация;Вид организации;Выпускников;Трудоустроено\n";

    [Theory, BothDatabases]
    public async Task A_methodologist_loads_statistics_and_sees_what_is_wrong_in_the_file(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var methodologist = await site.SignIn(Role.Methodologist, region: "00");
        var page = await methodologist.Get("/r/00/statistics");
        page.Text.ShouldContain("Статистики ещё нет");

        var loaded = await methodologist.Upload(page, "statistics.csv", Encoding.UTF8.GetBytes(Header
            + "2024;1;09.02.07;Колледж А;ПОО;40;30\n2024;1;09.02.07;Колледж Б;ПОО;60;20\n2024;1;34.02.01;Колледж А;ПОО;50;45\n2023;1;09.02.07;Колледж А;ПОО;10;4\n2024;1;09.02.07;Колледж В;ПОО;5;9\n"));

        loaded.Status.ShouldBe(HttpStatusCode.OK);
        loaded.Text.ShouldContain("Прочитано строк5");
        loaded.Text.ShouldContain("Отклонённые1");
        loaded.Document.QuerySelectorAll("table caption").ShouldContain(caption => caption.TextContent == "Ячейки, которые не прочитались");
        Rows(loaded).ShouldContain("09.02.07|Информационные системы и программирование|2|100|50|50,0 %");
        Rows(loaded).ShouldContain("Все организации региона|150|95|63,3 %");
        Rows(await methodologist.Get("/r/00/statistics?year=2023&horizon=1")).ShouldContain("Все организации региона|10|4|40,0 %");
        loaded.Text.ShouldContain("Файл загружен.");
        Task<Answer> Send(string rows) => methodologist.Upload(page, "statistics.csv", Encoding.UTF8.GetBytes(Header + rows));
        (await Send("2024;1;09.02.07;Колледж А;ПОО;40;30\n")).Text.ShouldContain("Новых чисел в файле нет.");
        (await Send("2024;1;09.02.07;Колледж В;ПОО;5;9\n")).Text.ShouldContain("Ничего не записано.");
        (await Send("2020;3;09.02.07;Колледж А;ПОО;10;4\n")).Text.ShouldContain("Файл загружен.");
        (await methodologist.Get("/r/00/statistics?year=2020&horizon=3")).Text.ShouldContain("через 3 года");
        (await methodologist.Upload(page, "statistics.csv", [])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await methodologist.Get("/r/00/statistics?year=1990")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task Programmes_are_found_by_code_and_by_a_part_of_the_name(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var methodologist = await site.SignIn(Role.Methodologist, region: "00");

        (await methodologist.Get("/r/00/programmes?q=09.02")).Text.ShouldContain("09.02.07 Информационные системы и программирование");
        (await methodologist.Get("/r/00/programmes?q=СЕСТРИНСКОЕ")).Text.ShouldContain("34.02.01");
        (await methodologist.Get("/r/00/programmes?q=такого+нет")).Text.ShouldContain("Такого направления нет");
        var first = await methodologist.Get("/r/00/programmes");
        var next = first.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(href => href.Contains("after=", StringComparison.Ordinal));
        (await methodologist.Get(next)).Content().ShouldNotBe(first.Content());
    }

    [Theory, BothDatabases]
    public async Task A_methodologist_loads_a_list_of_programmes_and_a_coordinator_only_reads_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var methodologist = await site.SignIn(Role.Methodologist, region: "00");
        var page = await methodologist.Get("/r/00/programmes");
        Task<Answer> Send(string rows) => methodologist.Upload(page, "codes.csv", Encoding.UTF8.GetBytes("Код;Название;Действует по;Заменён на\n" + rows));

        var loaded = await Send("99.02.01;Ремонт летающих лодок;31.08.2027;09.02.07\n99.02;Обрывок;;\n");

        loaded.Status.ShouldBe(HttpStatusCode.OK);
        loaded.Text.ShouldContain("Список загружен.");
        loaded.Text.ShouldContain("Отклонённые1");
        loaded.Text.ShouldContain("Не поняли код направления");
        (await methodologist.Get("/r/00/programmes?q=лодок")).Text.ShouldContain("по 31.08.2027, вместо него 09.02.07");
        (await Send("99.02.01;Ремонт летающих лодок;;\n")).Text.ShouldContain("Нового в списке нет.");
        var refused = await methodologist.Upload(page, "codes.csv", []);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("a.header-bell").ShouldNotBeNull("the frame of a refused form is whole");

        using var coordinator = await site.SignIn(Role.RegionalCoordinator, region: "00");
        var read = await coordinator.Get("/r/00/programmes");
        read.Text.ShouldNotContain("Загрузить список");
    }

    private static List<string> Rows(Answer page) =>
    [
        .. page.Document.QuerySelectorAll("main tbody tr")
            .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Replace('\u00a0', ' ').Trim()))),
    ];
}
