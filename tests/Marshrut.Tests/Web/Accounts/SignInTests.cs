using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;

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

        (await visitor.Get("/")).Location.ShouldBe("/admin/organizations");
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

    private static string Alike(Answer answer, string login) => answer.Content().Replace(login, "LOGIN", StringComparison.Ordinal);
}
