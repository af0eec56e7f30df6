using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;

namespace Marshrut.Tests.Web.Accounts;

public class SessionTests
{
    [Theory, BothDatabases]
    public async Task A_one_time_password_opens_nothing_but_its_change_R29(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var added = await site.AddUser(new NewUser("admin", Role.Administrator));
        using var visitor = site.NewVisitor();
        await visitor.SignIn("admin", added.OneTimePassword!);

        (await visitor.Get("/admin/users")).Location.ShouldBe("/account/password");
        (await visitor.Get("/account")).Location.ShouldBe("/account/password");
        (await visitor.Get("/admin/users", ("HX-Request", "true"))).Headers["HX-Redirect"].ShouldBe("/account/password");
        var page = await visitor.Open("/");
        page.Text.ShouldContain("Придумайте пароль");

        var same = await visitor.Press(page, "Сменить пароль", ("Input.Current", added.OneTimePassword!), ("Input.Next", added.OneTimePassword!), ("Input.Again", added.OneTimePassword!));
        same.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var changed = await visitor.Press(page, "Сменить пароль", ("Input.Current", added.OneTimePassword!), ("Input.Next", TestSite.Password), ("Input.Again", TestSite.Password));

        changed.Location.ShouldBe("/");
        (await visitor.Get("/admin/users")).Status.ShouldBe(HttpStatusCode.OK);
        using var other = site.NewVisitor();
        await other.SignIn("admin", TestSite.Password);
        (await other.Get("/admin/users")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task A_blocked_user_is_out_with_the_next_request(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var user = await site.AddUser(new NewUser("second", Role.Administrator, Password: TestSite.Password));
        using var administrator = await site.SignIn(Role.Administrator);
        using var visitor = site.NewVisitor();
        await visitor.SignIn("second", TestSite.Password);
        (await visitor.Get("/admin/users")).Status.ShouldBe(HttpStatusCode.OK);

        var card = await administrator.Get($"/admin/users/{user.Id}");
        (await administrator.Press(card, "Закрыть вход")).Status.ShouldBe(HttpStatusCode.Found);

        (await visitor.Get("/admin/users")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
        (await administrator.Open($"/admin/users/{user.Id}")).Text.ShouldContain("Вход закрыт");
        await administrator.Press(await administrator.Get($"/admin/users/{user.Id}"), "Открыть вход");
        await visitor.SignIn("second", TestSite.Password);
    }

    [Theory, BothDatabases]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var here = site.NewVisitor();
        using var elsewhere = site.NewVisitor();
        await here.SignIn("admin", TestSite.Password);
        await elsewhere.SignIn("admin", TestSite.Password);

        var page = await here.Get("/account/password");
        await here.Press(page, "Сменить пароль", ("Input.Current", TestSite.Password), ("Input.Next", "другая длинная фраза"), ("Input.Again", "другая длинная фраза"));

        (await here.Open("/account")).Text.ShouldContain("Пароль сменён");
        (await elsewhere.Get("/account")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    [Theory, BothDatabases]
    public async Task A_withdrawn_role_is_gone_with_the_next_request(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var user = await site.AddUser(new NewUser("second", Role.Administrator, Password: TestSite.Password));
        using var administrator = await site.SignIn(Role.Administrator);
        using var visitor = site.NewVisitor();
        await visitor.SignIn("second", TestSite.Password);

        await administrator.Press(await administrator.Get($"/admin/users/{user.Id}"), "Снять роль");

        (await visitor.Get("/admin/users")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Get("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task Somebody_with_two_places_chooses_one(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var user = await site.AddUser(new NewUser("both", Role.Administrator, Password: TestSite.Password));
        await site.Run<GiveRole>(give => give.Give(user.Id, Role.Methodologist, null, "00", false, CancellationToken.None));
        using var visitor = site.NewVisitor();
        await visitor.SignIn("both", TestSite.Password);

        var page = await visitor.Get("/");

        page.Text.ShouldContain("Где работаете сейчас?");
        page.Text.ShouldContain("Заречная область");
        page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain("/admin");
    }
}
