using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>A curator's day: the morning by keyboard, then one person's needs, a document, the portal, a word to the college.</summary>
public class CuratorJourney(Sites sites)
{
    private const string Centre = "/o/czn-verhnerechensk";

    [Theory, BothDatabases]
    public async Task A_curator_calls_by_keys_and_keeps_everything_about_a_person_in_one_place(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "czn");
        await visit.Page.WaitForURLAsync("**" + Centre);
        await visit.Follow("Моё утро");
        await visit.ShouldBeHeaded("Моё утро");
        var first = await visit.Page.Locator(".morning-person h2").InnerTextAsync();
        await visit.ShouldBeAccessible();
        await visit.PressKey("3");
        await visit.ShouldSay("Записано: не ответил.");
        await Assertions.Expect(visit.Page.Locator(".morning-person h2")).Not.ToHaveTextAsync(first);

        await visit.PressKey("o");
        await visit.Page.WaitForURLAsync(new Regex("/cases/[0-9]+$"));
        var card = visit.Page.Url;
        await visit.Unfold("Изменить");
        await visit.Page.GetByLabel("Научиться искать работу").CheckAsync();
        await visit.Page.GetByLabel("Далеко добираться").CheckAsync();
        await Press(visit, "^Сохранить$");
        await visit.ShouldSay("далеко добираться");

        await visit.Page.GetByLabel("Приложить").SetInputFilesAsync(new FilePayload { Name = "справка.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 справка"u8.ToArray() });
        await Press(visit, "^Приложить файл$");
        await visit.ShouldSay("справка.pdf");
        (await visit.Download(visit.Link("справка.pdf"))).ShouldBe("%PDF-1.4 справка"u8.ToArray());

        await visit.Follow("Записать");
        await visit.Page.GetByLabel("Что", new() { Exact = true }).SelectOptionAsync("OwnBusiness");
        await visit.Page.GetByLabel("Номер на портале").FillAsync("00-777");
        await visit.ShouldBeAccessible();
        await Press(visit, "^Записать$");
        await visit.ShouldSay("00-777");

        await visit.Page.GetByLabel("Сообщение").FillAsync("Передайте, что ждём его в среду");
        await Press(visit, "^Отправить$");
        await visit.ShouldSay("Сообщение отправлено");
        await visit.ShouldSay("Передайте, что ждём его в среду");
        await visit.ShouldBeAccessible();
        visit.Page.Url.ShouldBe(card);
    }

    [Theory, BothDatabases]
    public async Task A_file_of_the_portal_is_checked_and_put_away_and_a_leave_is_written_down(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "czn-head");
        await visit.Page.GotoAsync(Centre + "/cases/applications");
        await visit.Page.GetByLabel("Файл выгрузки").SetInputFilesAsync(new FilePayload
        {
            Name = "portal.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("СНИЛС;Госуслуга;Дата подачи;Резюме\n112-233-445 95;Поиск работы;02.11.2026;да\n"),
        });
        await Press(visit, "^Показать, что изменится$");
        await visit.ShouldBeHeaded("Проверка выгрузки");
        await visit.Page.GetByLabel("Загружать «Госуслуга» как").SelectOptionAsync("service");
        await Press(visit, "^Пересчитать$");
        await visit.ShouldSay("Человека с этим СНИЛС нет");
        await visit.ShouldBeAccessible();
        await Press(visit, "^Не записывать$");
        await visit.ShouldSay("Файл убран, ничего не записано.");

        await visit.Page.GotoAsync(Centre + "/cases/rules");
        await visit.Page.GetByLabel("Кто в отпуске").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await visit.Page.GetByLabel("Кто замещает").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        await visit.Page.GetByLabel("С какого дня").FillAsync(Day(today.AddDays(40)));
        await visit.Page.GetByLabel("По какой день").FillAsync(Day(today.AddDays(30)));
        await Press(visit, "^Записать отпуск$");
        await visit.ShouldSay("Укажите первый и последний день отпуска");
        await visit.Page.GetByLabel("По какой день").FillAsync(Day(today.AddDays(44)));
        await Press(visit, "^Записать отпуск$");
        await visit.ShouldSay("Отпуск записан.");
        await visit.ShouldBeAccessible();
        await Press(visit, "^Убрать$");
        await visit.ShouldSay("отпусков впереди не записано");
    }

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static Task Press(Visit visit, string words) =>
        visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(words) }).First.ClickAsync();
}
