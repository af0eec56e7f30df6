using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>A person's card worked with by a specialist of a college that no other journey changes.</summary>
public class CardJourney(Sites sites)
{
    private const string College = "/o/vki";

    [Theory, BothDatabases]
    public async Task A_changed_phone_and_a_fact_by_hand_make_the_level_stale_until_it_is_determined_again(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "ck-vki");
        await visit.Page.GotoAsync(College + "/students?level=high");
        await visit.Rows("Студенты").First.Locator("th a").ClickAsync();
        await visit.ShouldSay("Риск нетрудоустройства");

        await ChangeThePhone(visit);
        await EnterAFact(visit);

        await visit.ShouldSay("Данные изменились после определения риска");
        await visit.Press("Определить риск заново");
        await visit.ShouldSay("Риск определён заново.");
        await Assertions.Expect(visit.Page.Locator("main")).Not.ToContainTextAsync("Данные изменились после определения риска");
    }

    /// <summary>Both ways of finding a student again: a part of the name, and conditions over the list.</summary>
    [Theory, BothDatabases]
    public async Task The_register_is_narrowed_and_widened_again(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "ck-vki");
        await visit.Follow("Студенты");
        await visit.Page.WaitForURLAsync("**/students");
        await visit.Filter("Уровень", new SelectOptionValue { Value = "high" }, "**level=high**");
        var surname = (await visit.Rows("Студенты").First.Locator("th a").TextContentAsync())!.Trim().Split(' ')[0];

        var search = visit.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Фамилия, СНИЛС, телефон" }).Last;
        await search.FillAsync(surname);
        await visit.Press("Найти");
        await visit.Page.WaitForURLAsync("**q=**");
        foreach (var name in await visit.Rows("Студенты").Locator("th a").AllTextContentsAsync())
        {
            name.ShouldContain(surname, Case.Insensitive);
        }

        await visit.Follow("Сбросить всё");
        await visit.Page.WaitForURLAsync(new Regex(College + "/students$"));
    }

    private static async Task ChangeThePhone(Visit visit)
    {
        await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Изменить" }).First.ClickAsync();
        await visit.ShouldBeHeaded("Изменить данные человека");
        await visit.Field("Телефон").FillAsync("8 (900) 555-01-02");
        await visit.Press("Записать изменения");
        await visit.ShouldSay("причин");
        await visit.Page.GetByLabel("Причина").FillAsync("Позвонила и назвала новый номер");
        await visit.Press("Записать изменения");

        await visit.ShouldSay("+79005550102");
        await Assertions.Expect(visit.Page.Locator(".history")).ToContainTextAsync("Позвонила и назвала новый номер");
    }

    private static async Task EnterAFact(Visit visit)
    {
        await visit.Follow("Внести сведение");
        await visit.Page.GetByLabel("Опыт, практика или стажировка по специальности").CheckAsync();
        await visit.Press("Дальше");
        await visit.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await visit.Page.GetByLabel("Причина").FillAsync("Принесла отчёт о практике");
        await visit.Press("Внести сведение");
        await visit.ShouldSay("Сведение внесено.");
    }
}
