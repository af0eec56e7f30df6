using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Marshrut.Web.Infrastructure.SignIn;

namespace Marshrut.Tests.Web.Accounts;

public class SignInTests
{
    private const string Neutral = "Логин или пароль не подошли.";

    [Theory, BothDatabases]
    public async Task A_right_password_opens_the_home_of_the_role(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var visitor = site.NewVisitor();

        (await visitor.Open("/")).Text.ShouldContain("Вход для сотрудников");
        await visitor.SignIn("ADMIN", TestSite.Password);

        (await visitor.Get("/")).Location.ShouldBe("/admin");
    }

    [Theory, BothDatabases]
    public async Task Whatever_is_wrong_the_answer_is_the_same_R31(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        await site.AddUser(new NewUser("other", Role.Administrator, Password: TestSite.Password));
        var blocked = await site.AddUser(new NewUser("blocked", Role.Administrator, Password: TestSite.Password));
        await site.Run<BlockUser>(block => block.Block(blocked.Id, true, CancellationToken.None));
        using var visitor = site.NewVisitor();

        var unknown = await visitor.TrySignIn("nobody", TestSite.Password);
        var wrong = await visitor.TrySignIn("admin", "wrong password");
        var barred = await visitor.TrySignIn("blocked", TestSite.Password);
        for (var turn = 0; turn < LockOut.Tries; turn++)
        {
            await visitor.TrySignIn("other", "wrong password");
        }

        var locked = await visitor.TrySignIn("other", TestSite.Password);

        unknown.Text.ShouldContain(Neutral);
        Alike(unknown, "nobody").ShouldBe(Alike(wrong, "admin"));
        Alike(unknown, "nobody").ShouldBe(Alike(barred, "blocked"));
        Alike(unknown, "nobody").ShouldBe(Alike(locked, "other"));
        new[] { unknown, wrong, barred, locked }.ShouldAllBe(answer => answer.Status == HttpStatusCode.UnprocessableEntity);
    }

    [Theory, BothDatabases]
    public async Task Five_wrong_passwords_lock_for_fifteen_minutes_and_no_longer_R31(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var visitor = site.NewVisitor();
        for (var turn = 0; turn < 4; turn++)
        {
            await visitor.TrySignIn("admin", "wrong password");
        }

        await visitor.SignIn("admin", TestSite.Password);
        using var second = site.NewVisitor();
        for (var turn = 0; turn < 5; turn++)
        {
            await second.TrySignIn("admin", "wrong password");
        }

        site.Clock.Advance(TimeSpan.FromMinutes(14));
        (await second.TrySignIn("admin", TestSite.Password)).Text.ShouldContain(Neutral);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await second.SignIn("admin", TestSite.Password);
    }

    [Theory, BothDatabases]
    public async Task A_sign_in_leads_on_to_our_own_pages_only(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));

        foreach (var (asked, led) in new[]
        {
            ("/admin/users", "/admin/users"), ("https://evil.example/", "/"), ("//evil.example", "/"), ("/\\evil.example", "/"), ("evil.example", "/"), ("", "/"),
        })
        {
            using var visitor = site.NewVisitor();
            var answer = await visitor.TrySignIn("admin", TestSite.Password, "/sign-in?returnUrl=" + Uri.EscapeDataString(asked));
            answer.Location.ShouldBe(led, asked);
        }
    }

    [Theory, BothDatabases]
    public async Task An_unopened_page_is_opened_after_the_sign_in(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var visitor = site.NewVisitor();

        var asked = await visitor.Get("/admin/users?q=a");

        asked.Location.ShouldBe("/sign-in?returnUrl=%2Fadmin%2Fusers%3Fq%3Da");
        (await visitor.TrySignIn("admin", TestSite.Password, asked.Location!)).Location.ShouldBe("/admin/users?q=a");
    }

    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public async Task Cookies_are_hidden_from_scripts_and_follow_the_scheme_R31(string scheme, bool secure)
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var visitor = site.NewVisitor(scheme);

        var page = await visitor.Get("/sign-in");
        var answer = await visitor.SignIn("admin", TestSite.Password);

        var form = page.Headers["Set-Cookie"];
        form.ShouldStartWith("marshrut-form=");
        form.ShouldContain("samesite=strict");
        var session = answer.Headers["Set-Cookie"];
        session.ShouldStartWith("marshrut-session=");
        session.ShouldContain("samesite=lax");
        foreach (var cookie in new[] { form, session })
        {
            cookie.ShouldContain("httponly");
            cookie.Contains("secure").ShouldBe(secure);
            cookie.ShouldNotContain("expires");
        }
    }

    [Fact]
    public async Task Many_tries_from_one_address_get_429_R31()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        using var visitor = site.NewVisitor();
        var page = await visitor.Get("/sign-in");
        var statuses = new List<HttpStatusCode>();
        for (var turn = 0; turn <= SignInRate.AtOnce; turn++)
        {
            statuses.Add((await visitor.Press(page, "Войти")).Status);
        }

        statuses[..^1].ShouldAllBe(status => status == HttpStatusCode.UnprocessableEntity);
        statuses[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        var refused = await visitor.Press(page, "Войти");
        refused.Text.ShouldContain("Слишком много попыток");
        refused.Headers["Retry-After"].ShouldBe("60");
        (await visitor.Get("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task Signing_out_ends_the_session_and_takes_a_post(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var visitor = await site.SignIn(Role.Administrator);

        await visitor.Get("/sign-out");
        var page = await visitor.Get("/admin/users");
        page.Status.ShouldBe(HttpStatusCode.OK);

        (await visitor.Press(page, "Выйти")).Location.ShouldBe("/sign-in");
        (await visitor.Get("/admin/users")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    [Theory, BothDatabases]
    public async Task A_post_without_the_token_of_its_form_is_not_taken(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var visitor = site.NewVisitor();

        var answer = await visitor.Post("/sign-in", [new("Input.Login", "admin"), new("Input.Password", TestSite.Password)]);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Get("/admin/users")).Status.ShouldBe(HttpStatusCode.Found);
    }

    private static string Alike(Answer answer, string login) => answer.Content().Replace(login, "LOGIN", StringComparison.Ordinal);
}
