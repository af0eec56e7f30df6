using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Accounts;

public class AddUserTests
{
    [Theory, BothDatabases]
    public async Task A_one_time_password_opens_the_account_and_must_be_changed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await database.AddOrganization(OrganizationKind.College, "zpk");

        var added = await Add(database, new NewUser("o.melnikova", Role.CareerCentreSpecialist, "zpk", FullName: "Мельникова О. С."));

        await using var scope = database.EnterInstallation();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var user = await db.Users.SingleAsync(TestContext.Current.CancellationToken);
        user.MustChangePassword.ShouldBeTrue();
        scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>()
            .VerifyHashedPassword(user, user.PasswordHash!, added.OneTimePassword!).ShouldBe(PasswordVerificationResult.Success);
        var membership = await db.Memberships.SingleAsync(TestContext.Current.CancellationToken);
        membership.Role.ShouldBe(Role.CareerCentreSpecialist);
        membership.UserId.ShouldBe(added.Id);
        var entry = await db.AuditEntries.SingleAsync(TestContext.Current.CancellationToken);
        (entry.Details + entry.Actor).ShouldNotContain("melnikova");
        entry.Details.ShouldNotContain(added.OneTimePassword!);
    }

    [Theory, BothDatabases]
    public async Task A_given_password_lasts(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);

        var added = await Add(database, new NewUser("admin", Role.Administrator, Password: "длинная фраза из слов"));

        added.OneTimePassword.ShouldBeNull();
        await using var scope = database.EnterInstallation();
        (await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Users.SingleAsync(TestContext.Current.CancellationToken)).MustChangePassword.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task A_role_is_given_only_where_it_exists_R48(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await database.AddOrganization(OrganizationKind.College, "college");
        await database.AddOrganization(OrganizationKind.School, "school");
        await database.AddOrganization(OrganizationKind.EmploymentCentre, "czn");

        (await Refusal(database, new NewUser("u1", Role.EmploymentSpecialist, "college"))).ShouldBe("role-misplaced");
        (await Refusal(database, new NewUser("u1", Role.CareerCentreHead, "school"))).ShouldBe("role-misplaced");
        (await Refusal(database, new NewUser("u1", Role.SchoolCoordinator, "czn"))).ShouldBe("role-misplaced");
        (await Refusal(database, new NewUser("u1", Role.CareerCentreHead))).ShouldBe("organization-needed");
        (await Refusal(database, new NewUser("u1", Role.CareerCentreHead, "nowhere"))).ShouldBe("organization-unknown");
        (await Refusal(database, new NewUser("u1", Role.Methodologist))).ShouldBe("region-needed");
        (await Refusal(database, new NewUser("u1", Role.Methodologist, RegionCode: "98"))).ShouldBe("region-unknown");
        (await Refusal(database, new NewUser("u1", Role.RegionalCoordinator, "college", "00"))).ShouldBe("place-superfluous");
        (await Refusal(database, new NewUser("u1", Role.Administrator, RegionCode: "00"))).ShouldBe("place-superfluous");
        (await Refusal(database, new NewUser("u1", Role.Student))).ShouldBe("organization-needed");
        (await Refusal(database, new NewUser("u1", Role.CareerCentreHead, "college", MayHandleRestricted: true))).ShouldBe("restricted-misplaced");
        await using var scope = database.EnterInstallation();
        (await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Users.AnyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Every_role_is_given_by_the_letter_of_R48(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        foreach (var kind in Enum.GetValues<OrganizationKind>())
        {
            await database.AddOrganization(kind, $"{kind}");
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            var inRegion = role is Role.RegionalCoordinator or Role.Methodologist;
            var organization = inRegion || role == Role.Administrator ? null : $"{Enum.GetValues<OrganizationKind>().First(kind => RolePlaces.Fits(role, kind))}";
            (await Add(database, new NewUser($"u-{role}", role, organization, inRegion ? "00" : null))).OneTimePassword.ShouldNotBeNull();
        }
    }

    [Theory, BothDatabases]
    public async Task A_login_is_taken_in_any_letter_case(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await Add(database, new NewUser("Admin", Role.Administrator));

        (await Refusal(database, new NewUser("aDMIN", Role.Administrator))).ShouldBe("login-taken");
        (await Refusal(database, new NewUser("two words", Role.Administrator))).ShouldBe("login-unusable");
    }

    [Theory]
    [InlineData("коротко")]
    [InlineData("aaaaaaaaaa")]
    [InlineData("Password")]
    [InlineData("мой-admin-вход")]
    public void A_password_that_is_guessed_first_is_refused(string password) =>
        Should.Throw<RuleViolation>(() => PasswordRules.Check(password, "admin")).Code.ShouldBe("password-weak");

    [Fact]
    public void One_time_passwords_pass_the_rules_and_differ()
    {
        var passwords = Enumerable.Range(0, 50).Select(_ => PasswordRules.NewOneTime()).ToList();

        passwords.Distinct().Count().ShouldBe(50);
        passwords.ForEach(password => PasswordRules.Check(password, "admin"));
    }

    [Theory, BothDatabases]
    public async Task An_api_key_is_shown_once_and_kept_as_a_hash(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization(OrganizationKind.College, "zpk");
        AddedApiKey added;
        await using (var command = database.EnterInstallation("system:cli"))
        {
            added = await command.ServiceProvider.GetRequiredService<AddApiKey>().Add("zpk", "Расписание", TestContext.Current.CancellationToken);
        }

        await using var scope = database.Enter(college);
        var row = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().ApiKeys.SingleAsync(TestContext.Current.CancellationToken);
        row.KeyHash.ShouldBe(AddApiKey.HashOf(added.Key));
        added.Key.Length.ShouldBeGreaterThan(40);
    }

    private static async Task<AddedUser> Add(TestDatabase database, NewUser input)
    {
        await using var scope = database.EnterInstallation("system:cli");
        return await scope.ServiceProvider.GetRequiredService<AddUser>().Add(input, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Refusal(TestDatabase database, NewUser input) =>
        (await Should.ThrowAsync<RuleViolation>(() => Add(database, input))).Code;
}
