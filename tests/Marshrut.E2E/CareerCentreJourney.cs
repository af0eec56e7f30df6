using System.Text;
using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>A morning in the college's career centre: a register comes in, risk is determined, decisions are made. One college, so one after another.</summary>
public class CareerCentreJourney(Sites sites)
{
    [Theory, BothDatabases]
    public async Task A_specialist_goes_from_a_dirty_register_to_confirmed_levels_and_back(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "ck");
        await visit.Follow("Импорт");
        await visit.Page.GetByLabel("Файл реестра").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "register-dirty.xlsx"));
        await visit.Press("Проверить файл");

        await visit.ShouldBeHeaded("Что изменится в реестре");
        await visit.Follow("Исправить столбцы");
        await visit.ShouldBeHeaded("Столбцы файла");
        await visit.ShouldBeAccessible();
        await visit.Press("Проверить строки");

        await visit.ShouldBeHeaded("Что изменится в реестре");
        await visit.ShouldBeAccessible();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(@"^Загрузить \d+ стр") }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/summary");
        await visit.ShouldBeHeaded("Реестр обновлён");
        await visit.ShouldSay("Можно, пока на запись ничего не опирается");
        var summary = visit.Page.Url;
        Visit.RowsOf(await visit.Download(visit.Link("Файл с ошибками"))).ShouldBeGreaterThan(50);

        await visit.Follow("Перейти к определению риска");
        await visit.Unfold("Определить риск");
        await visit.Press("Определить у всех");
        await visit.Page.WaitForURLAsync(new Regex(@"/risk(\?.*)?$"), new() { Timeout = 60_000 });
        await Assertions.Expect(visit.Rows("Люди и уровни")).Not.ToHaveCountAsync(0);

        await OpenTheFirstCard(visit);
        await visit.Page.GoBackAsync();

        await visit.Page.Locator(".row-check").First.CheckAsync();
        await visit.Press("Подтвердить уровень у 1");
        await visit.ShouldSay("Подтверждён 1 уровень.");
        await visit.Press("Отменить");
        await visit.ShouldSay("Подтверждение снято: 1 уровень снова ждёт решения");

        await ConfirmAProgramme(visit);
        await DownloadTheRegister(visit);

        await visit.Page.GotoAsync(summary);
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync(new Regex("Можно, пока на\\sзапись ничего не\\sопирается|Отменить загрузку нельзя: её строки потом менялись или по ним решали об уровне"));
    }

    [Theory, BothDatabases]
    public async Task A_head_changes_a_level_with_a_reason_and_finds_it_on_the_card(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "ck-head");
        await visit.Follow("Определение риска");
        var person = visit.Rows("Люди и уровни").First;
        var card = await person.Locator("th a").GetAttributeAsync("href");
        await person.Locator(".row-check").CheckAsync();
        await visit.Press("Изменить уровень…");

        await visit.Press("Изменить уровень у 1");
        await visit.ShouldSay("Напишите причину одной-двумя фразами");
        await visit.ShouldBeAccessible();
        await visit.Field("Причина").FillAsync("Завод подтвердил место письмом");
        await visit.Press("Изменить уровень у 1");
        await visit.ShouldSay("Изменён 1 уровень.");

        await visit.Page.GotoAsync(card!);
        await visit.ShouldSay("изменён вручную, Зуев А. Н.");
        await Assertions.Expect(visit.Page.Locator(".history")).ToContainTextAsync("Завод подтвердил место письмом");
    }

    private static async Task OpenTheFirstCard(Visit visit)
    {
        await visit.Rows("Люди и уровни").First.Locator("th a").ClickAsync();
        await visit.ShouldSay("Риск нетрудоустройства");
        await Assertions.Expect(visit.Rows("Чем объясняется уровень")).Not.ToHaveCountAsync(0);
        await visit.ShouldSay("предложен, ждёт решения специалиста");
    }

    /// <summary>The people behind a number of the shares, confirmed together.</summary>
    private static async Task ConfirmAProgramme(Visit visit)
    {
        await visit.Rows("Доли высокого уровня").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await visit.ShouldSay("Направление:");
        await visit.Page.GetByLabel("Выбрать всех на странице").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(@"^Подтвердить уровень у \d+") }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync(new Regex(@"Подтвержд[её]н[ыо]?\s\d+\sуров"));
        await visit.Press("Отменить");
        await visit.ShouldSay("Подтверждение снято");
    }

    private static async Task DownloadTheRegister(Visit visit)
    {
        await visit.Follow("Студенты");
        await visit.ShouldBeHeaded("Студенты");
        await visit.Filter("Уровень", new SelectOptionValue { Value = "high" }, "**level=high**");
        var label = await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Скачать .*стр") }).TextContentAsync();
        var rows = int.Parse(Regex.Replace(label!, @"\D", ""));
        rows.ShouldBeGreaterThan(100);
        Visit.RowsOf(await visit.Download(visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Скачать .*стр") }))).ShouldBe(rows + 1);
        var csv = Encoding.UTF8.GetString(await visit.Download(visit.Page.GetByRole(AriaRole.Button, new() { Name = "csv", Exact = true })));
        csv.ShouldStartWith("\uFEFF");
        csv.TrimEnd().Split('\n').Length.ShouldBe(rows + 1);
    }
}
