using System.Net;
using System.Text;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;

namespace Marshrut.Tests.Web.Register;

/// <summary>The desk of a school, and what a register that came from a file says on its cards.</summary>
public class SchoolPagesTests
{
    private const string Pupils = """
        Фамилия;Имя;Дата рождения;Год выпуска;Группа;Телефон;СНИЛС;Район проживания;Согласие на передачу в ЦЗН;Статус
        Ольхова;Вера;01.05.2010;2028;9А;+79001234567;112-233-445 95;Северный;01.09.2026;обучается
        Ясенев;Пётр;02.05.2010;2028;9А;;;Северный;;обучается
        Липова;Анна;03.05.2010;2028;;;;;;обучается
        Кедров;Олег;04.05.2008;2025;;;;;;выпускник
        """;

    [Theory, BothDatabases]
    public async Task A_school_counts_what_the_cards_lack_and_each_number_is_the_list_behind_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var school = await site.AddOrganization(OrganizationKind.School, "school");
        using var coordinator = await site.SignIn(Role.SchoolCoordinator, school);
        await Import(site, coordinator, "school", Pupils);

        var desk = await coordinator.Get("/o/school");

        desk.Status.ShouldBe(HttpStatusCode.OK);
        desk.Document.QuerySelectorAll(".sidebar .nav-item").Select(item => item.TextContent.Trim()).ShouldContain("Ученики");
        desk.Text.ShouldNotContain("туденты");
        var gaps = desk.Document.QuerySelectorAll(".tasks .count a").ToDictionary(link => link.GetAttribute("href")!.Split('&')[^1], link => (Link: link.GetAttribute("href")!, Count: link.TextContent.Trim()));
        gaps.Select(pair => (pair.Key, pair.Value.Count)).ShouldBe([("lacks=phone", "2"), ("lacks=district", "1"), ("lacks=snils", "2"), ("lacks=group", "1")]);
        foreach (var (link, count) in gaps.Values)
        {
            var list = await coordinator.Get(link);
            list.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), link);
            list.Document.QuerySelector("h1")!.TextContent.Trim().ShouldBe("Ученики");
        }

        desk.Text.ShouldNotContain("передачу в центр занятости", Case.Insensitive, "a school hands nobody over");
        var pupil = await coordinator.Open((await coordinator.Get("/o/school/students?consent=yes")).Document.QuerySelector("tbody th a")!.GetAttribute("href")!);
        pupil.Text.ShouldContain("подписано 01.09.2026");
        pupil.Text.ShouldNotContain("получатель");
        (await coordinator.Get(pupil.Path + "/consents")).Text.ShouldNotContain("Получатель");
        (await coordinator.Get("/o/school/students?lacks=phone")).Text.ShouldContain("Не указано: телефон");
    }

    [Theory, BothDatabases]
    public async Task A_consent_that_a_file_brought_stands_on_the_card_without_a_recipient_R46(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        await Import(site, visitor, "college", "ФИО;Дата рождения;Код;Год выпуска;Согласие на передачу в ЦЗН\nОльхова Вера;01.05.2007;09.02.07;2027;01.09.2026\nЛипова Анна;01.05.2007;09.02.07;2027;");

        var list = await visitor.Get("/o/college/students?consent=yes");
        var card = await visitor.Open(list.Document.QuerySelector("tbody th a")!.GetAttribute("href")!);

        card.Text.ShouldContain("подписано 01.09.2026, получатель не указан");
        var other = await visitor.Get("/o/college/students?consent=no");
        (await visitor.Open(other.Document.QuerySelector("tbody th a")!.GetAttribute("href")!)).Text.ShouldNotContain("получатель не указан");
    }

    [Theory, BothDatabases]
    public async Task A_programme_is_picked_from_the_directory_and_another_code_may_be_typed_R6(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        await site.AddOrganization(OrganizationKind.University, "university");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        var form = await visitor.Get("/o/college/students/add");

        var field = form.Document.QuerySelector("input[name='Study.ProgrammeCode']")!;
        var offered = form.Document.GetElementById(field.GetAttribute("list")!)!.QuerySelectorAll("option").ToDictionary(option => option.GetAttribute("value")!, option => option.TextContent);
        offered["09.02.07"].ShouldBe("Информационные системы и программирование");
        offered.Keys.ShouldAllBe(code => code.Contains(".01.") || code.Contains(".02."));

        var added = await visitor.Press(form, "Добавить человека",
            ("Input.LastName", "Ольхова"), ("Input.FirstName", "Вера"), ("Input.BirthDate", "01.05.2007"), ("Study.ProgrammeCode", "99.02.99"), ("Study.GraduationYear", "2027"));
        added.Status.ShouldBe(HttpStatusCode.Found, added.Text);
        var card = await visitor.Open(added.Location!);
        card.Text.ShouldContain("99.02.99");
        var study = await visitor.Get(card.Path + "/study");
        study.Document.QuerySelector("datalist#programmes option[value='09.02.07']").ShouldNotBeNull();
        (await visitor.Get(card.Path + "/studies/add")).Document.QuerySelectorAll("datalist option").Length.ShouldBe(offered.Count);
    }

    private static async Task Import(TestSite site, Visitor visitor, string organization, string register)
    {
        var sent = await visitor.Upload(await visitor.Get($"/o/{organization}/import"), "reestr.csv", Encoding.UTF8.GetBytes(register));
        var check = await visitor.Open(sent.Location!);
        await visitor.Press(check, check.Document.QuerySelector(".bottom-bar button")!.TextContent.Trim());
        await site.RunWaitingJobs();
    }
}
