using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>Those who work for a region see no people.</summary>
public class RegionJourneys(Sites sites)
{
    [Theory, BothDatabases]
    public async Task A_methodologist_changes_a_copy_compares_it_and_brings_it_into_force(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "methodist");
        await visit.Follow("Методика");
        await visit.Press("Сделать копию");
        await visit.ShouldSay("Сделан черновик");
        await visit.Follow("Изменить");
        await visit.Field("Вес № 2").FillAsync("5");
        await visit.Press("Записать черновик");
        await visit.ShouldSay("Изменения записаны в черновик.");

        await visit.Field("Для кого").SelectOptionAsync("направление с кодом");
        await visit.Field("Код направления").FillAsync("09.02.07");
        await visit.Field("Что меняется").SelectOptionAsync("№ 1: множитель");
        await visit.Field("Значение").FillAsync("1,6");
        await visit.Field("Документ").FillAsync("Протокол № 3");
        await visit.Field("Дата документа").FillAsync("2026-08-20");
        await visit.Press("Добавить особое значение");
        await visit.ShouldSay("Напишите причину");
        await visit.Field("Причина").FillAsync("Набор удвоен, статистика прежнего выпуска не показательна");
        await visit.Press("Добавить особое значение");
        await visit.ShouldSay("Особое значение добавлено.");

        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"^Версия \d+$") }).ClickAsync();
        await visit.ShouldSay("Набор удвоен");
        await visit.Follow("Кто сменит уровень");
        await visit.ShouldBeHeaded("Кто сменит уровень");
        await Assertions.Expect(visit.Rows("Изменения по организациям")).Not.ToHaveCountAsync(0);
        await ShouldShowNoPeople(visit);
        await visit.Page.GoBackAsync();

        await visit.Follow("Ввести в действие…");
        await visit.Field("Зачем").FillAsync("Решение рабочей группы о весах");
        await visit.Field("Документ").FillAsync("Приказ № 112");
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Ввести версию") }).ClickAsync();
        await visit.ShouldSay("Версия введена и больше не меняется.");
        await Assertions.Expect(visit.Link("Ввести в действие…")).ToHaveCountAsync(0);
    }

    [Theory, BothDatabases]
    public async Task A_regional_coordinator_has_a_home_without_people(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "region");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveCountAsync(1);
        await visit.Page.WaitForURLAsync("**/r/00**");
        await ShouldShowNoPeople(visit);

        await visit.Follow("Путь до работы");
        await visit.ShouldBeHeaded("Путь до трудоустройства");
        await visit.ShouldSay("Заречный политехнический колледж");
        await visit.ShouldBeAccessible();
        await ShouldShowNoPeople(visit);
        await visit.Follow("Готовность");
        await visit.ShouldBeHeaded("Готовность");
        await visit.ShouldSay("Заречный политехнический колледж");
        await visit.ShouldBeAccessible();
        await ShouldShowNoPeople(visit);

        await visit.ShouldNotFind("/o/zpk");
        await visit.ShouldNotFind("/o/zpk/students");
        await visit.ShouldNotFind("/r/00/methodology/1/edit");
    }

    private static async Task ShouldShowNoPeople(Visit visit) =>
        (await visit.Page.Locator("a[href*='/students']").CountAsync()).ShouldBe(0, $"{visit.Page.Url} leads to people.");
}
