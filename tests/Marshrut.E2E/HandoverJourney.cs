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
        await receiver.Page.GetByLabel("Колледж или вуз").SelectOptionAsync(new SelectOptionValue { Index = await IndexOf(receiver, "медицинский") });
        await receiver.Page.WaitForURLAsync("**from=**");
        await receiver.Rows("Люди, которые ждут ответа").First.Locator("th a").ClickAsync();
        await receiver.ShouldSay("Кому звонить в центр карьеры");
        await Press(receiver, "^Принять$");
        await receiver.ShouldSay("Человек принят.");

        await sender.Page.GotoAsync(sent);
        await sender.ShouldSay("ждёт куратора");
    }

    private static Task Press(Visit visit, string words) =>
        visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(words) }).First.ClickAsync();

    private static async Task<int> IndexOf(Visit visit, string word)
    {
        var options = await visit.Page.GetByLabel("Колледж или вуз").Locator("option").AllTextContentsAsync();
        return options.ToList().FindIndex(option => option.Contains(word, StringComparison.Ordinal));
    }
}
