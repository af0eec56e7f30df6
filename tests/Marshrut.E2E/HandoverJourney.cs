using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>People of a college without other journeys go to the employment centre, which takes one over; the college sees it.</summary>
public class HandoverJourney(Sites sites)
{
    private const string College = "/o/vmk";
    private const string Centre = "/o/czn-verhnerechensk";

    [Theory, BothDatabases]
    public async Task A_confirmed_list_is_sent_and_somebody_of_it_is_taken_over(DatabaseProvider database)
    {
        await using var sender = await sites.Open(database, "ck-vmk");
        await sender.Page.WaitForURLAsync("**" + College);
        await sender.Page.GotoAsync(College + "/transfers/new?tab=confirmed&course=3");
        await Press(sender, "^Проверить ");
        await sender.ShouldSay("Можно передать");
        await Press(sender, "^Передать отмеченных");
        await Press(sender, @"^Передать \d+");
        await sender.ShouldSay("ждёт ответа");
        var sent = sender.Page.Url;

        await using var receiver = await sites.Open(database, "czn-head");
        await receiver.Page.WaitForURLAsync("**" + Centre);
        await receiver.Follow("Очередь передач");
        await receiver.ShouldBeHeaded("Очередь");
        await receiver.Filter("Колледж или вуз", new SelectOptionValue { Index = await IndexOf(receiver, "медицинский") }, "**from=**");
        await receiver.Rows("Люди, которые ждут ответа").First.Locator("th a").ClickAsync();
        await receiver.ShouldSay("Кому звонить в центр карьеры");
        await Press(receiver, "^Принять$");
        await receiver.ShouldSay("Человек принят.");

        await sender.Page.GotoAsync(sent);
        await sender.ShouldSay("ждёт куратора");

        await receiver.Follow("Сопровождение");
        await receiver.Page.GotoAsync(Centre + "/cases?tab=uncurated");
        await receiver.Rows("Сопровождение").First.Locator("th a").ClickAsync();
        await receiver.Page.WaitForURLAsync(new Regex("/cases/[0-9]+$"));
        var name = await receiver.Page.Locator("h1").InnerTextAsync();
        await receiver.Page.GetByLabel("Назначить").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Press(receiver, "^Назначить куратора$");
        await receiver.ShouldSay("Куратор назначен.");
        await receiver.Page.GetByLabel("Заметка").First.FillAsync("Ищет место рядом с домом");
        await Press(receiver, "^Поговорили$");
        await receiver.ShouldSay("Ищет место рядом с домом");
        await Plan(receiver);
        await sender.Page.GotoAsync("/account/notices");
        await sender.ShouldSay("Приняты на сопровождение: 1");
        await sender.Page.Locator(".notice-list a").First.ClickAsync();
        await sender.ShouldBeAccessible();
        await receiver.Unfold("Завершить");
        await receiver.Page.GetByLabel("Чем закончилось").Last.SelectOptionAsync(new SelectOptionValue { Label = "переехал" });
        await Press(receiver, "^Завершить сопровождение$");
        await receiver.ShouldSay("Укажите день");
        await receiver.Page.GetByLabel("День").FillAsync(TimeProvider.System.GetLocalNow().ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture));
        await Press(receiver, "^Завершить сопровождение$");
        await receiver.ShouldSay("Сопровождение завершено.");
        await receiver.ShouldBeHeaded(name);
        await receiver.ShouldBeAccessible();
    }

    /// <summary>From the card of a case to a plan, a step done, the person's agreement and a visit, and back.</summary>
    private static async Task Plan(Visit receiver)
    {
        var card = receiver.Page.Url;
        await receiver.Page.GetByRole(AriaRole.Link, new() { Name = "Составить план" }).ClickAsync();
        await Press(receiver, "^Составить план$");
        await receiver.ShouldSay("План составлен.");
        await receiver.Page.Locator("tbody details.menu summary").Last.ClickAsync();
        await receiver.Page.GetByLabel("Что получилось").Last.FillAsync("сделано вместе");
        await receiver.Page.GetByRole(AriaRole.Button, new() { Name = "Сделано" }).Last.ClickAsync();
        await receiver.ShouldSay("Шаг отмечен.");
        await receiver.Page.GetByLabel("Как согласился").SelectOptionAsync(new SelectOptionValue { Label = "подписал лично" });
        await Press(receiver, "^Записать согласие$");
        await receiver.ShouldSay("Согласие записано");
        await receiver.ShouldBeAccessible();
        await receiver.Page.GetByRole(AriaRole.Link, new() { Name = "Назначить" }).ClickAsync();
        await receiver.Page.GetByLabel("День").First.FillAsync("завтра");
        await Press(receiver, "^Назначить явку$");
        await receiver.ShouldSay("Не поняли дату «завтра»");
        await receiver.Page.GotoAsync(card);
        await receiver.ShouldSay("Сделан шаг");
    }

    private static Task Press(Visit visit, string words) =>
        visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(words) }).First.ClickAsync();

    private static async Task<int> IndexOf(Visit visit, string word)
    {
        var options = await visit.Page.GetByLabel("Колледж или вуз").Locator("option").AllTextContentsAsync();
        return options.ToList().FindIndex(option => option.Contains(word, StringComparison.Ordinal));
    }
}
