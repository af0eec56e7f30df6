using Marshrut.Core.Platform.Data;
using Microsoft.Playwright;

namespace Marshrut.E2E;

public class SignInJourney(Sites sites)
{
    [Fact]
    public async Task A_wrong_password_is_answered_calmly_and_keeps_the_login()
    {
        await using var visit = await sites.Open(DatabaseProvider.Sqlite);

        await visit.SignIn("ck", "не тот пароль");

        await Assertions.Expect(visit.Page.GetByText("Логин или пароль не подошли")).ToBeVisibleAsync();
        (await visit.Page.GetByLabel("Логин").InputValueAsync()).ShouldBe("ck");
        await visit.ShouldBeAccessible();
    }

    [Fact]
    public async Task An_unknown_address_says_so_in_Russian()
    {
        await using var visit = await sites.Open(DatabaseProvider.Sqlite);

        var answer = await visit.Page.GotoAsync("/takogo-net");

        answer!.Status.ShouldBe(404);
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("Такой страницы нет");
    }
}
