using System.Globalization;
using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Web.Profiling.Groups;

public class GroupPagesTests
{
    private const string First = "Rule.Blocks[0].Terms[0]";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_specialist_builds_a_rule_sees_how_many_it_finds_saves_it_and_narrows_lists_by_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var bench = await Register(site);
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, bench.College);
        (await specialist.Get("/o/college/groups")).Text.ShouldContain("Своих групп пока нет");

        var page = await specialist.Press(await specialist.Get("/o/college/groups/new"), "Сохранить группу", ("Title", "Проба"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Выберите, о чём условие.");
        page.Document.QuerySelector("input[name=Title]")!.GetAttribute("value").ShouldBe("Проба");
        page = await specialist.Press(page, "Посчитать", (First + ".Field", "course"));
        page.Text.ShouldContain("Выберите, о чём условие, и значение");
        page = await specialist.Press(page, "Посчитать", (First + ".Operator", "AtLeast"), (First + ".Values", "4"));
        page.Document.QuerySelector(".rule-found")!.TextContent.ShouldBe("2 из 3");
        page = await specialist.Press(page, "Условие");
        page = await specialist.Press(page, "Посчитать", ("Rule.Blocks[0].Terms[1].Field", "fact-orphan"));
        page.Text.ShouldContain("Не дописано 1 условие");
        page = await specialist.Press(page, "Посчитать", ("Rule.Blocks[0].Terms[1].Values", "yes"));
        page.Document.QuerySelector(".rule-found")!.TextContent.ShouldBe("1 из 3");
        page = await specialist.Press(page, "Посчитать", ("Rule.Blocks[0].IsAny", "true"));
        page.Document.QuerySelector(".rule-found")!.TextContent.ShouldBe("3 из 3");
        page = await specialist.Press(page, "Посчитать", ("Rule.Blocks[0].IsAny", "false"));
        page = await specialist.Press(page, "Ещё часть");
        page.Document.QuerySelectorAll(".rule-term").Length.ShouldBe(3);
        var remove = page.Document.QuerySelectorAll("[aria-label='Убрать условие']")[^1].GetAttribute("formaction")!;
        page.Document.QuerySelector("form#rule > button")!.SetAttribute("formaction", remove);
        page = await specialist.Press(page, "Посчитать");
        page.Document.QuerySelectorAll(".rule-term").Length.ShouldBe(2);
        (await specialist.Press(page, "Сохранить группу", ("Title", "Старшие сироты"))).Location.ShouldBe("/o/college/groups");

        var list = await specialist.Get("/o/college/groups");
        list.Text.ShouldContain("Курс ≥ 4 и сирота или без попечения родителей: «да»");
        var people = await specialist.Get(list.Document.QuerySelectorAll("tbody a").Single(link => link.TextContent == "Старшие сироты").GetAttribute("href")!);
        people.Text.ShouldContain("Клиентская группа: Старшие сироты");
        people.Text.ShouldContain("Ольхова");
        people.Text.ShouldNotContain("Младшая");
        var id = await site.Read(bench.College, db => db.ClientGroups.Select(row => row.Id).SingleAsync(Cancel));
        var circle = string.Create(CultureInfo.InvariantCulture, $"circle={id}");
        (await specialist.Get($"/o/college/students/print?{circle}")).Text.ShouldContain("Клиентская группа: Старшие сироты");
        (await specialist.Get($"/o/college/students?{circle}&stage=first-course")).Text.ShouldContain("По этим условиям никого нет");
        (await specialist.Get("/o/college/students?circle=12345")).Text.ShouldContain("этой группы больше нет");
        (await specialist.Get("/o/college/groups/12345")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Only_the_group_is_confirmed_where_a_list_of_levels_is_narrowed_by_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var bench = await Register(site);
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, bench.College);
        var risk = await specialist.Get("/o/college/risk?circle=last-course-high&all=true");
        risk.Text.ShouldContain("Клиентская группа: Выпускной курс, высокий риск");

        (await specialist.Press(risk, "Подтвердить уровень у 1")).Location!.ShouldStartWith("/o/college/risk?circle=last-course-high");

        var levels = await site.Read(bench.College, db => db.Assessments.Where(row => row.IsCurrent).OrderBy(row => row.SortName).Select(row => new { row.SortName, row.Status, row.IsHigh }).ToListAsync(Cancel));
        levels.Single(row => row.SortName.StartsWith("ОЛЬХОВА", StringComparison.Ordinal)).Status.ShouldBe(AssessmentStatus.Confirmed);
        levels.Single(row => row.SortName.StartsWith("МЛАДШАЯ", StringComparison.Ordinal)).ShouldSatisfyAllConditions(row => row.IsHigh.ShouldBeTrue(), row => row.Status.ShouldBe(AssessmentStatus.Proposed));
    }

    [Theory, BothDatabases]
    public async Task The_analysis_leads_to_people_and_a_file_and_strangers_find_nothing(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var bench = await Register(site);
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, bench.College);
        using var centre = await site.SignIn(Role.EmploymentHead, bench.Centre);
        var page = await specialist.Get("/o/college/groups/analysis");
        foreach (var link in page.Document.QuerySelectorAll("tbody td a"))
        {
            var people = await specialist.Get(link.GetAttribute("href")!);
            people.Text.ShouldContain($"{link.TextContent} человек");
        }

        (await specialist.Press(page, "Скачать таблицу")).Headers["Content-Type"].ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (await centre.Get("/o/centre/groups/analysis")).Text.ShouldContain("В реестре пока никого нет");
        (await centre.Get("/o/college/groups")).Status.ShouldBe(HttpStatusCode.NotFound);
        await specialist.Press(
            await specialist.Get("/o/college/groups/need-cv"), "Сохранить группу", ("Title", "Общая"), ("IsShared", "true"));
        var id = await site.Read(bench.College, db => db.ClientGroups.Select(row => row.Id).SingleAsync(Cancel));
        (await centre.Get(string.Create(CultureInfo.InvariantCulture, $"/o/centre/groups/{id}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await centre.Get(string.Create(CultureInfo.InvariantCulture, $"/o/centre/students?circle={id}"))).Text.ShouldContain("этой группы больше нет");

        using var colleague = await site.SignIn(Role.CareerCentreSpecialist, bench.College);
        var shared = await colleague.Get(string.Create(CultureInfo.InvariantCulture, $"/o/college/groups/{id}"));
        shared.Text.ShouldContain("По образцу «Общая»");
        (await colleague.Get("/o/college/groups")).Text.ShouldSatisfyAllConditions(text => text.ShouldContain("Общая"), text => text.ShouldNotContain("Удалить группу"));
        (await specialist.Press(await specialist.Get("/o/college/groups"), "Удалить группу")).Location.ShouldBe("/o/college/groups");
        (await colleague.Get("/o/college/groups")).Text.ShouldContain("Своих групп пока нет");
    }

    private static async Task<HandoverBench> Register(TestSite site)
    {
        var college = await site.AddOrganization(OrganizationKind.College, "college", name: "Заречный колледж");
        var bench = new HandoverBench(site.Services, site.Clock, college, await site.AddOrganization(OrganizationKind.EmploymentCentre, "centre"));
        await bench.Proposed(Line(1, "Ольхова"), Line(2, "Ёлкина", orphan: "нет"), Line(3, "Младшая").Replace(";2027;4;ИС-41;", ";2029;2;ИС-21;", StringComparison.Ordinal));
        return bench;
    }
}
