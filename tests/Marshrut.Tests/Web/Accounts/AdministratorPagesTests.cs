using System.Net;
using AngleSharp.Dom;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Web.Accounts;

public class AdministratorPagesTests
{
    [Theory, BothDatabases]
    public async Task An_organisation_is_added_changed_and_told_in_the_journal(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var administrator = await site.SignIn(Role.Administrator);
        (await administrator.Get("/admin/organizations")).Text.ShouldContain("Организаций ещё нет");

        var form = await administrator.Get("/admin/organizations/add");
        var refused = await administrator.Press(form, "Добавить организацию", ("Input.Kind", "College"), ("Input.Name", "Заречный колледж"), ("Input.Code", "два слова"), ("Input.Region", "00"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Код организации не подходит");
        refused.Document.QuerySelector("input[name='Input.Name']")!.GetAttribute("value").ShouldBe("Заречный колледж");
        var added = await administrator.Press(refused, "Добавить организацию", ("Input.Code", "zpk"));
        added.Location.ShouldBe("/admin/organizations/zpk");
        (await administrator.Press(form, "Добавить организацию", ("Input.Kind", "College"), ("Input.Name", "Другой"), ("Input.Code", "zpk"), ("Input.Region", "00")))
            .Text.ShouldContain("Код уже занят: «Заречный колледж»");

        var page = await administrator.Get("/admin/organizations/zpk");
        (await administrator.Press(page, "Записать изменения", ("Input.Name", "Заречный политехнический"), ("Input.CareerCentre", "Центр «Старт»"), ("Input.Basis", "Consent")))
            .Location.ShouldBe("/admin/organizations/zpk");
        var changed = await administrator.Get("/admin/organizations/zpk");
        changed.Text.ShouldContain("Изменения записаны");
        changed.Document.QuerySelector("h1")!.TextContent.ShouldBe("Заречный политехнический");
        changed.Document.QuerySelector("input[value='Consent']")!.IsChecked().ShouldBeTrue();
        (await administrator.Get("/admin/organizations?q=ПОЛИТЕХ")).Text.ShouldContain("1 организация");
        (await administrator.Get("/admin/audit?topic=Organizations")).Text.ShouldContain("Добавлена организация «Заречный колледж», код zpk");
    }

    [Theory, BothDatabases]
    public async Task A_new_user_gets_a_one_time_password_shown_once(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddOrganization(OrganizationKind.College, "zpk");
        using var administrator = await site.SignIn(Role.Administrator);

        var form = await administrator.Get("/admin/users/add?org=zpk");
        var refused = await administrator.Press(form, "Добавить пользователя", ("Input.FullName", "Мельникова Ольга"), ("Input.Login", "o.melnikova"), ("Input.Role", "EmploymentHead"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("нет роли «руководитель центра занятости»");
        var added = await administrator.Press(refused, "Добавить пользователя", ("Input.Role", "CareerCentreHead"));
        var password = added.Document.QuerySelector("#one-time-password")!.TextContent;

        using var user = site.NewVisitor();
        await user.SignIn("o.melnikova", password);
        (await administrator.Get("/admin/users?q=мельник")).Text.ShouldContain("одноразовый пароль");
        var card = added.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("/admin/users/", StringComparison.Ordinal) && href != "/admin/users/add");
        (await administrator.Get(card)).Body.ShouldNotContain(password);
    }

    [Theory, BothDatabases]
    public async Task An_api_key_is_shown_once_and_revoked(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddOrganization(OrganizationKind.College, "zpk");
        using var administrator = await site.SignIn(Role.Administrator);

        var given = await administrator.Press(await administrator.Get("/admin/organizations/zpk"), "Выдать ключ", ("keyName", "Электронный журнал"));

        given.Document.QuerySelector(".one-time")!.TextContent.ShouldStartWith(AddApiKey.Prefix);
        var page = await administrator.Get("/admin/organizations/zpk");
        page.Document.QuerySelector(".one-time").ShouldBeNull();
        await administrator.Press(page, "Отозвать ключ");
        (await administrator.Get("/admin/organizations/zpk")).Text.ShouldContain("отозван");
    }

    [Theory, BothDatabases]
    public async Task Districts_get_their_employment_centre(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddOrganization(OrganizationKind.EmploymentCentre, "czn-1", name: "ЦЗН Верхнереченска");
        using var administrator = await site.SignIn(Role.Administrator);

        var empty = await administrator.Get("/admin/districts?region=00");
        await administrator.Press(empty, "Добавить районы", ("newNames", "Заречный\r\nБерёзовский\r\n\r\n"), ("newCentre", ""));
        var page = await administrator.Get("/admin/districts?region=00");
        page.Text.ShouldContain("2 района");
        await administrator.Press(page, "Записать центры занятости", ("centres", "czn-1"), ("centres", ""));
        (await administrator.Get("/admin/organizations/czn-1")).Text.ShouldContain("Берёзовский");
    }

    [Theory, BothDatabases]
    public async Task The_journal_is_checked_by_a_button(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var administrator = await site.SignIn(Role.Administrator);

        (await administrator.Press(await administrator.Get("/admin/audit"), "Проверить журнал")).Text.ShouldContain("Журнал цел");

        await site.Run<MarshrutDb>(db => db.Database.ExecuteSqlRawAsync("UPDATE audit_entries SET actor = 'user:1' WHERE sequence = 1"));
        (await administrator.Press(await administrator.Get("/admin/audit"), "Проверить журнал")).Text.ShouldContain("Изменена запись № 1");
        (await administrator.Get("/admin/audit?login=nobody")).Text.ShouldContain("По этим условиям записей нет");
    }

    [Theory, BothDatabases]
    public async Task The_sidebar_shows_what_the_role_may_open_and_nothing_else(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var administrator = await site.SignIn(Role.Administrator);
        using var methodologist = await site.SignIn(Role.Methodologist, null, "00");

        var page = await administrator.Get("/admin/organizations");
        var sections = page.Document.QuerySelectorAll(".sidebar .nav-item").Select(link => link.GetAttribute("href")!).ToList();
        sections.ShouldContain("/admin/users");
        foreach (var section in sections)
        {
            (await administrator.Get(section)).Status.ShouldBe(HttpStatusCode.OK, section);
        }

        var own = await methodologist.Get("/account");
        own.Document.QuerySelectorAll(".sidebar .nav-item").Select(link => link.GetAttribute("href")!).ShouldNotContain(href => href.StartsWith("/admin", StringComparison.Ordinal));
    }
}
