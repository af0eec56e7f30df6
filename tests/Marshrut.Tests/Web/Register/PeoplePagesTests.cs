using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.Core.Imports.Applying;
using Marshrut.Tests.Core.Register;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Register;

public class PeoplePagesTests
{
    [Theory, BothDatabases]
    public async Task The_list_filters_by_address_and_says_which_condition_hinders(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        var all = await visitor.Get("/o/zpk/students");
        all.Text.ShouldContain("6 человек");
        var last = await visitor.Get("/o/zpk/students?course=last&level=high");
        last.Text.ShouldContain("2 человека");
        last.Text.ShouldContain("Курс: выпускной");
        var nobody = await visitor.Get("/o/zpk/students?status=graduate&course=1");
        nobody.Text.ShouldContain("По этим условиям никого нет");
        nobody.Text.ShouldContain("Мешает «Статус: выпускник»: без него нашёлся бы 1 человек");
    }

    [Theory, BothDatabases]
    public async Task The_career_centre_never_sees_offences_and_health_only_on_demand_R38(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        var card = await visitor.Get(Href(await visitor.Get("/o/zpk/students?q=викторова"), "Викторова"));

        card.Status.ShouldBe(HttpStatusCode.OK);
        card.Text.ShouldContain("Сведения о здоровье");
        card.Text.ShouldNotContain("Инвалидность");
        var shown = await visitor.Press(card, "Показать скрытое");
        shown.Text.ShouldContain("Инвалидность или ОВЗ");
        foreach (var page in new[] { card, shown, await visitor.Get(Href(await visitor.Get("/o/zpk/students?q=борисова"), "Борисова")) })
        {
            page.Body.ShouldNotContain("правонарушен", Case.Insensitive);
            page.Body.ShouldNotContain("Иные обстоятельства", Case.Insensitive);
        }

        (await Journal(site, college)).Count(action => action == "special.read").ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_foreign_card_does_not_exist(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        var other = await College(site, "other");
        using var owner = await site.SignIn(Role.CareerCentreSpecialist, college);
        using var foreigner = await site.SignIn(Role.CareerCentreSpecialist, other);
        var href = Href(await owner.Get("/o/zpk/students?q=громов"), "Громов");

        (await owner.Get(href)).Text.ShouldContain("Известен ещё в 1 организации");
        (await foreigner.Get(href)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await foreigner.Get(href.Replace("/o/zpk/", "/o/other/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task What_is_ticked_leaves_as_a_file_and_nothing_else(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        var list = await visitor.Get("/o/zpk/students?group=ЭБ-31");
        var id = Href(list, "Громов").Split('/')[^1].Split('?')[0];

        var xlsx = await visitor.Press(list, "Скачать отмеченных", ("ids", id));
        var csv = await visitor.Press(list, "csv");

        xlsx.Status.ShouldBe(HttpStatusCode.OK);
        xlsx.Headers["Content-Type"].ShouldContain("spreadsheetml");
        csv.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
        csv.Body.ShouldNotContain("правонарушен", Case.Insensitive);
        (await Journal(site, college)).Count(action => action == "export.written").ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_level_is_confirmed_and_changed_from_the_card_and_taken_back_there(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        var path = Href(await visitor.Get("/o/zpk/students?q=викторова"), "Викторова").Split('?')[0];

        var confirmed = await visitor.Press(await visitor.Get(path), "Подтвердить уровень");
        confirmed.Location.ShouldBe(path);
        var card = await visitor.Get(path);
        card.Text.ShouldContain("Подтверждён 1 уровень.");
        card.Document.QuerySelectorAll("button").ShouldNotContain(button => button.TextContent.Trim() == "Подтвердить уровень");
        (await visitor.Press(card, "Отменить")).Location.ShouldBe(path);
        card = await visitor.Get(path);
        card.Text.ShouldContain("предложен, ждёт решения специалиста");

        var form = await visitor.Get(card.Document.QuerySelector("a[href*='/risk/override?']")!.GetAttribute("href")!);
        (await visitor.Press(form, "Изменить уровень у 1", ("Input.Reason", "мал"))).Text.ShouldContain("не короче 5 знаков");
        (await visitor.Press(form, "Изменить уровень у 1", ("Input.Reason", "комиссия решила иначе"))).Location.ShouldBe(path);
        (await visitor.Get(path)).Text.ShouldContain("изменён вручную");
    }

    [Theory, BothDatabases]
    public async Task The_card_says_number_sex_form_day_of_the_document_and_an_unknown_code_R6(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "zpk");
        await using (var scope = Enter(site, college))
        {
            await RegisterFileOf.Apply(scope.ServiceProvider,
            [
                "Идентификатор;Фамилия;Имя;Дата рождения;Пол;СНИЛС;Код направления;Форма обучения;Основа обучения;Год выпуска",
                "77;Ёлкина;Анна;01.02.2007;ж;112-233-445 95;99.99.99;очная;бюджет;2027",
            ]);
        }

        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        var list = await visitor.Get("/o/zpk/students");
        list.Text.ShouldContain("нет в справочнике");
        var path = Href(list, "Ёлкина").Split('?')[0];
        await visitor.Press(
            await visitor.Press(await visitor.Get(path + "/facts/add"), "Дальше", ("Fact", "3")),
            "Внести сведение", ("Value", "Yes"), ("ValidFrom", "05.10.2026"), ("Document", "справка № 14"), ("Reason", "принёс справку"));

        var card = await visitor.Get(path);
        card.Text.ShouldContain("99.99.99 нет в справочнике");
        card.Text.ShouldContain("Идентификатор 77");
        card.Text.ShouldContain("очная, бюджет");
        card.Text.ShouldContain("женский");
        card.Document.QuerySelector("details.mask summary")!.TextContent.ShouldContain("•••-•••-••• 95");
        card.Document.QuerySelectorAll("td[data-word='Действует:']").ShouldContain(cell => cell.TextContent == "с 05.10.2026");
    }

    [Theory, BothDatabases]
    public async Task The_journal_is_for_heads_with_a_link_from_the_card_and_to_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        var other = await College(site, "other");
        using var head = await site.SignIn(Role.CareerCentreHead, college);
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, college);
        using var foreigner = await site.SignIn(Role.CareerCentreHead, other);
        using var administrator = await site.SignIn(Role.Administrator);
        var path = Href(await head.Get("/o/zpk/students?q=викторова"), "Викторова").Split('?')[0];
        await specialist.Press(await specialist.Get(path), "Показать скрытое");

        (await specialist.Get("/o/zpk/journal")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await specialist.Get(path)).Document.QuerySelector("a[href*='/journal']").ShouldBeNull();
        var journal = await head.Get((await head.Get(path)).Document.QuerySelector("main a[href*='/journal?card=']")!.GetAttribute("href")!);
        journal.Text.ShouldContain("Человек: Викторова Яна");
        journal.Text.ShouldContain("Просмотрены сведения, которые не показываются сразу");
        journal.Document.QuerySelector($"td a[href='{path}']")!.TextContent.ShouldBe("Викторова Яна");
        (await foreigner.Get(journal.Path.Replace("/o/zpk", "/o/other", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.Press(journal, "Скачать журнал")).Headers["Content-Type"].ShouldContain("spreadsheetml");
        (await head.Get("/o/zpk/journal?topic=Files")).Text.ShouldContain("Выгружен журнал");

        var counts = await administrator.Get("/admin/audit?org=zpk");
        counts.Text.ShouldContain("Записан файл реестра: строк 6");
        counts.Text.ShouldNotContain("Викторова");
    }

    [Theory, BothDatabases]
    public async Task Paper_holds_what_is_filtered_and_a_card_without_level_and_hidden_facts(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        var list = await visitor.Get("/o/zpk/students?group=ЭБ-31");

        var paper = await visitor.Get(list.Document.QuerySelector("a[href*='/students/print']")!.GetAttribute("href")!);
        paper.Text.ShouldContain("Студенты: 3 человека");
        paper.Text.ShouldContain("Группа: ЭБ-31");
        paper.Text.ShouldNotContain("Ёлкина");
        paper.Text.ShouldNotContain("ысокий");
        var card = await visitor.Get(Href(list, "Викторова").Split('?')[0] + "/print");
        card.Text.ShouldContain("Викторова Яна Игоревна");
        card.Text.ShouldContain("ЭБ-31");
        card.Text.ShouldNotContain("ысокий");
        card.Text.ShouldNotContain("Инвалидность");
        (await Journal(site, college)).Count(action => action == "export.written").ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_table_that_stacks_on_a_phone_keeps_its_parts_for_those_who_listen(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await College(site, "zpk");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        var table = (await visitor.Get("/o/zpk/students")).Document.QuerySelector("table.table-people")!;

        table.GetAttribute("role").ShouldBe("table");
        table.QuerySelectorAll("tr").ShouldAllBe(row => row.GetAttribute("role") == "row");
        table.QuerySelectorAll("tbody th").ShouldAllBe(cell => cell.GetAttribute("role") == "rowheader");
        table.QuerySelectorAll("thead th").ShouldAllBe(cell => cell.GetAttribute("role") == "columnheader");
        table.QuerySelectorAll("td").ShouldAllBe(cell => cell.GetAttribute("role") == "cell");
    }

    private static async Task<Organization> College(TestSite site, string code)
    {
        var college = await site.AddOrganization(OrganizationKind.College, code);
        await using var scope = Enter(site, college);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
        await SmallRegister.Assess(scope.ServiceProvider);
        return college;
    }

    private static async Task<List<string>> Journal(TestSite site, Organization college)
    {
        await using var scope = Enter(site, college);
        return await scope.ServiceProvider.GetRequiredService<MarshrutDb>().AuditEntries
            .Where(row => row.Chain == $"org:{college.Id}").Select(row => row.Action).ToListAsync();
    }

    private static AsyncServiceScope Enter(TestSite site, Organization college)
    {
        var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(college.Id, college.RegionCode);
        return scope;
    }

    private static string Href(Answer list, string surname) =>
        list.Document.QuerySelectorAll("th[data-cell=name] a").First(link => link.TextContent.StartsWith(surname + " ", StringComparison.Ordinal)).GetAttribute("href")!;
}
