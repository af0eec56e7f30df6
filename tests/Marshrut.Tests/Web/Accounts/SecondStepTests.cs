using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Accounts.SecondStep;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;

namespace Marshrut.Tests.Web.Accounts;

public class SecondStepTests
{
    [Theory, BothDatabases]
    public async Task Staff_set_up_a_second_step_before_anything_else_and_are_asked_for_it_R29(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider, "--Auth:RequireTotp=true");
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var visitor = site.NewVisitor();
        await visitor.SignIn("admin", TestSite.Password);

        (await visitor.Get("/admin/users")).Location.ShouldBe("/account/second-step");
        var (secret, codes) = await Enrol(visitor, site);
        (await visitor.Get("/admin/users")).Status.ShouldBe(HttpStatusCode.OK);
        codes.Count.ShouldBe(RecoveryCodes.Count);

        using var next = site.NewVisitor();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await next.SignIn("admin", TestSite.Password)).Location.ShouldBe("/sign-in/code");
        (await next.Get("/admin/users")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
        var code = CodeNow(secret, site);
        (await next.Press(await next.Get("/sign-in/code"), "Войти", ("Code", code))).Location.ShouldBe("/");
        (await next.Get("/admin/users")).Status.ShouldBe(HttpStatusCode.OK);

        using var replay = site.NewVisitor();
        await replay.SignIn("admin", TestSite.Password);
        (await replay.Press(await replay.Get("/sign-in/code"), "Войти", ("Code", code))).Text.ShouldContain("Код не подошёл");
    }

    [Theory, BothDatabases]
    public async Task A_recovery_code_is_good_once(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var visitor = site.NewVisitor();
        await visitor.SignIn("admin", TestSite.Password);
        var (_, codes) = await Enrol(visitor, site);

        using var next = site.NewVisitor();
        await next.SignIn("admin", TestSite.Password);
        var page = await next.Get("/sign-in/code?recovery=true");
        (await next.Press(page, "Войти", ("Code", codes[3].Replace("-", " ").ToUpperInvariant()))).Location.ShouldBe("/");
        (await next.Get("/account")).Text.ShouldContain("Осталось 9 из 10");

        using var again = site.NewVisitor();
        await again.SignIn("admin", TestSite.Password);
        (await again.Press(await again.Get("/sign-in/code?recovery=true"), "Войти", ("Code", codes[3]))).Text.ShouldContain("Код не подошёл");
    }

    [Theory, BothDatabases]
    public async Task Wrong_codes_lock_the_login_and_a_right_password_gives_no_new_tries_R31(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var visitor = site.NewVisitor();
        await visitor.SignIn("admin", TestSite.Password);
        var (secret, _) = await Enrol(visitor, site);
        using var guesser = site.NewVisitor();
        for (var turn = 0; turn < LockOut.Tries; turn++)
        {
            await guesser.SignIn("admin", TestSite.Password);
            await guesser.Press(await guesser.Get("/sign-in/code"), "Войти", ("Code", "abcdef"));
        }

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await guesser.Press(await guesser.Get("/sign-in/code"), "Войти", ("Code", CodeNow(secret, site)))).Text.ShouldContain("Код не подошёл");
        (await guesser.TrySignIn("admin", TestSite.Password)).Text.ShouldContain("Логин или пароль не подошли");
    }

    [Theory, BothDatabases]
    public async Task The_second_step_alone_opens_nothing_and_is_forgotten_after_five_minutes(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        await site.AddUser(new NewUser("admin", Role.Administrator, Password: TestSite.Password));
        using var visitor = site.NewVisitor();
        await visitor.SignIn("admin", TestSite.Password);
        await Enrol(visitor, site);
        using var next = site.NewVisitor();

        (await next.Get("/sign-in/code")).Location.ShouldBe("/sign-in");
        await next.SignIn("admin", TestSite.Password);
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        (await next.Get("/sign-in/code")).Location.ShouldBe("/sign-in");
    }

    /// <summary>Sets up the app as a person without a camera does: types the key, then the code.</summary>
    private static async Task<(byte[] Secret, IReadOnlyList<string> Codes)> Enrol(Visitor visitor, TestSite site)
    {
        var page = await visitor.Get("/account/second-step");
        page.Document.QuerySelector(".totp-picture svg").ShouldNotBeNull();
        var secret = FromBase32(page.Document.QuerySelector(".totp-key")!.TextContent);
        (await visitor.Press(page, "Подключить приложение", ("Code", "12 34 56"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var done = await visitor.Press(page, "Подключить приложение", ("Code", CodeNow(secret, site)));
        done.Status.ShouldBe(HttpStatusCode.OK, done.Text);
        return (secret, [.. done.Document.QuerySelectorAll(".recovery-codes li").Select(code => code.TextContent)]);
    }

    private static string CodeNow(byte[] secret, TestSite site) => Totp.CodeAt(secret, Totp.StepAt(site.Clock.GetUtcNow()));

    private static byte[] FromBase32(string words)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var sign in words.Where(char.IsLetterOrDigit))
        {
            buffer = ((buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
