using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>A student with a phone and a printed code, over a connection that drops.</summary>
public partial class AnsweringJourney(Sites sites)
{
    private const string Campaigns = "/o/zpk/campaigns";

    [Theory, BothDatabases]
    public async Task A_student_answers_by_a_code_through_a_dropped_connection_and_the_centre_sees_it(DatabaseProvider database)
    {
        await using var staff = await sites.Open(database, "ck");
        var (code, born, campaign, card) = await FindSomebodySilent(staff);

        await using var phone = await sites.Open(database);
        await phone.Page.SetViewportSizeAsync(390, 844);
        await phone.Page.GotoAsync("/q");
        await phone.ShouldBeAccessible();
        await phone.Field("Код с листка или с плаката").FillAsync(code.ToLowerInvariant());
        await phone.Field("Дата рождения").FillAsync(born);
        await phone.Press("Открыть анкету");
        await phone.ShouldSay("На что вы соглашаетесь");
        await phone.ShouldBeAccessible();
        if (await phone.Page.GetByLabel("Кто даёт согласие").CountAsync() > 0)
        {
            await phone.Page.GetByLabel("Кто даёт согласие").FillAsync("Смирнова Елена Павловна, мать");
        }

        await phone.Page.Locator("main form button.btn-primary").ClickAsync();
        await phone.ShouldSay("Вопрос 1 из");
        await phone.ShouldBeAccessible();

        // Without an answer there is no way on.
        await phone.Press("Дальше");
        await Assertions.Expect(phone.Page.Locator("[data-missing]")).ToBeVisibleAsync();
        await Choose(phone);
        await phone.Page.Context.SetOfflineAsync(true);
        await phone.Press("Дальше");
        await phone.ShouldSay("Нет связи. Ответы сохранены на телефоне и уйдут сами");
        await phone.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(phone.Page.Locator("[data-state]")).ToHaveTextAsync("Ответы сохранены");

        // A closed tab: the place and the answers are there again.
        await Choose(phone);
        await phone.Press("Дальше");
        await phone.ShouldSay("Вопрос 3 из");
        await phone.Page.ReloadAsync();
        await phone.ShouldSay("Вопрос 3 из");
        await LoseTheSession(phone);
        for (var question = 4; question < 20 && !await phone.Page.Locator("[data-send]").IsVisibleAsync(); question++)
        {
            await Choose(phone);
            await phone.Press("Дальше");
        }

        await phone.Press("Отправить ответы");
        await phone.Page.WaitForURLAsync("**/q/done");
        await phone.ShouldSay("Спасибо");
        await phone.ShouldBeAccessible();
        (await phone.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);

        await SeeOwnRoute(phone);

        await staff.Page.GotoAsync(card);
        await staff.ShouldSay("сам, по ссылке или коду");
        await staff.Page.GotoAsync(campaign);
        await staff.ShouldBeAccessible();
    }

    /// <summary>From the thanks on to the own pages: each of them fits the phone, and what is wrong is told there.</summary>
    private static async Task SeeOwnRoute(Visit phone)
    {
        await phone.Press("Мой маршрут");
        await phone.ShouldSay("Здравствуйте");
        foreach (var page in new[] { "/my", "/my/why", "/my/known", "/my/help", "/my/consents", "/my/answers", "/my/cv", "/my/mistake" })
        {
            await phone.Page.GotoAsync(new Uri(new Uri(phone.Page.Url), page).ToString());
            await phone.ShouldBeAccessible();
            (await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, page);
        }

        await phone.Page.GetByLabel("Что не так и как правильно").FillAsync("Практика была в июне");
        await phone.Press("Сообщить");
        await phone.ShouldSay("ответим до");
    }

    /// <summary>The centre does not know this phone any more: nothing is called kept there, nothing is lost here, and by the code one goes on.</summary>
    private static async Task LoseTheSession(Visit phone)
    {
        var cookies = await phone.Page.Context.CookiesAsync();
        await phone.Page.Context.ClearCookiesAsync();
        await Choose(phone);
        await phone.Press("Дальше");
        await Assertions.Expect(phone.Page.Locator("[data-state]")).ToHaveTextAsync("Ответы сохранены на телефоне");
        (await phone.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(1);
        await phone.Page.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            Expires = cookie.Expires,
            HttpOnly = cookie.HttpOnly,
            Secure = cookie.Secure,
            SameSite = cookie.SameSite,
        }));
    }

    /// <summary>The code, the birth date, the campaign and the card of the first who is silent in one group.</summary>
    private static async Task<(string Code, string Born, string Campaign, string Card)> FindSomebodySilent(Visit staff)
    {
        await staff.Page.GotoAsync(Campaigns);
        await staff.Page.Locator("main tbody th a").First.ClickAsync();
        await staff.Page.WaitForURLAsync(CampaignAddress());
        var campaign = new Uri(staff.Page.Url).AbsolutePath;
        var group = (await staff.Rows("Не ответили").First.Locator("td").First.InnerTextAsync()).Trim();
        await staff.Page.GotoAsync($"{campaign}?group={Uri.EscapeDataString(group)}");
        var card = (await staff.Rows("Не ответили").First.Locator("th a").GetAttributeAsync("href"))!;
        await staff.Page.GotoAsync($"{campaign}/codes?group={Uri.EscapeDataString(group)}");
        var code = (await staff.Page.Locator(".slip-code").First.InnerTextAsync()).Trim();
        await staff.Page.GotoAsync(card + "/person");
        var born = await staff.Page.GetByLabel("Дата рождения").First.InputValueAsync();
        return (code, born, campaign, card);
    }

    private static async Task Choose(Visit phone)
    {
        var answer = phone.Page.Locator("[data-question]:not([hidden]) label.choice, [data-question]:not([hidden]) .scale label").First;
        if (await answer.CountAsync() > 0)
        {
            await answer.ClickAsync();
        }
    }

    [GeneratedRegex(@"/campaigns/\d+$")]
    private static partial Regex CampaignAddress();
}
