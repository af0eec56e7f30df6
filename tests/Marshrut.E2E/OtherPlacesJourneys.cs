using System.Text;
using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>An employment centre and a school: registers of their own, and nobody else's.</summary>
public class OtherPlacesJourneys(Sites sites)
{
    private const string Centre = "/o/czn-verhnerechensk";

    [Theory, BothDatabases]
    public async Task An_employment_centre_keeps_a_register_of_its_own_and_sees_no_college(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "czn");
        await visit.Page.WaitForURLAsync("**" + Centre);
        await ImportOne(visit, "Фамилия;Имя;Отчество;Дата рождения;Код направления;Год выпуска\nЗаозёрная;Милослава;Игоревна;14.05.2006;09.02.07;2026\n");
        await visit.Follow("Показать список");
        await visit.Page.GotoAsync(Centre + "/students?q=Заозёрная");
        await visit.Rows("Люди").First.Locator("th a").ClickAsync();
        await visit.ShouldBeHeaded("Заозёрная Милослава Игоревна");

        await visit.ShouldNotFind("/o/zpk");
        await visit.ShouldNotFind("/o/zpk/students");
        await visit.ShouldNotFind("/r/00/methodology");
    }

    [Theory, BothDatabases]
    public async Task The_head_of_an_employment_centre_works_at_its_own_desk(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "czn-head");
        await visit.Page.WaitForURLAsync("**" + Centre);
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveCountAsync(1);
        await visit.Follow("Люди");
        await visit.Rows("Люди").First.Locator("th a").ClickAsync();
        await visit.ShouldSay("Сведения и источники");
        await visit.Follow("Определение риска");
        await visit.ShouldBeHeaded("Определение риска");

        await visit.ShouldNotFind("/o/zpk/risk");
        await visit.ShouldNotFind("/admin/users");
    }

    [Theory, BothDatabases]
    public async Task A_school_has_a_register_without_levels(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "school");
        await visit.Page.WaitForURLAsync("**/o/school-12");
        await visit.Follow("Ученики");
        await Assertions.Expect(visit.Rows("Ученики")).Not.ToHaveCountAsync(0);
        await ShouldSayNothingOfRisk(visit);
        await visit.Rows("Ученики").First.Locator("th a").ClickAsync();
        await visit.ShouldSay("Сведения и источники");
        await ShouldSayNothingOfRisk(visit);
        await ImportOne(visit, "Фамилия;Имя;Отчество;Дата рождения;Год выпуска;Группа\nЗаозёрный;Лука;Игоревич;14.05.2011;2028;9А\n");

        await visit.ShouldNotFind("/o/school-12/risk");
        await visit.ShouldNotFind("/o/school-12/methodology");
        await visit.ShouldNotFind("/o/zpk/students");
    }

    private static async Task ShouldSayNothingOfRisk(Visit visit)
    {
        var text = await visit.Page.Locator("body").InnerTextAsync();
        Regex.IsMatch(text, @"высокий|приоритет|уровень(?! образования)|риск", RegexOptions.IgnoreCase).ShouldBeFalse($"{visit.Page.Url}\n{text}");
    }

    private static async Task ImportOne(Visit visit, string csv)
    {
        await visit.Follow("Импорт");
        await visit.Page.GetByLabel("Файл реестра").SetInputFilesAsync(new FilePayload { Name = "реестр.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await visit.Press("Проверить файл");
        await visit.ShouldBeHeaded("Что изменится в реестре");
        await visit.Press("Загрузить 1");
        await visit.Page.WaitForURLAsync("**/summary");
        await visit.ShouldBeHeaded("Реестр обновлён");
    }
}
