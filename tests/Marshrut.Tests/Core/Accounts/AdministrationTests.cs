using Marshrut.Core.Accounts;
using Marshrut.Core.Accounts.Journal;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Accounts;

public class AdministrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_last_administrator_stays(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var only = await Do<AddUser, AddedUser>(database, add => add.Add(new NewUser("admin", Role.Administrator), Cancel));
        var membership = (await Do<ShowUser, UserView?>(database, show => show.Show(only.Id, Cancel)))!.Memberships.Single();

        (await Refusal<BlockUser>(database, block => block.Block(only.Id, true, Cancel))).ShouldBe("last-administrator");
        (await Refusal<WithdrawRole>(database, withdraw => withdraw.Withdraw(only.Id, membership.Id, Cancel))).ShouldBe("last-administrator");

        await Do<AddUser, AddedUser>(database, add => add.Add(new NewUser("second", Role.Administrator), Cancel));
        await Do<BlockUser>(database, block => block.Block(only.Id, true, Cancel));
        (await Do<ShowUser, UserView?>(database, show => show.Show(only.Id, Cancel)))!.BlockedAt.ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task Nobody_closes_the_way_in_for_themselves(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var me = await Do<AddUser, AddedUser>(database, add => add.Add(new NewUser("admin", Role.Administrator), Cancel));
        await Do<AddUser, AddedUser>(database, add => add.Add(new NewUser("second", Role.Administrator), Cancel));

        (await Refusal<BlockUser>(database, block => block.Block(me.Id, true, Cancel), Actors.Of(me.Id))).ShouldBe("self-block");
    }

    [Theory, BothDatabases]
    public async Task A_role_of_another_user_is_not_withdrawn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var first = await Do<AddUser, AddedUser>(database, add => add.Add(new NewUser("first", Role.Administrator), Cancel));
        var second = await Do<AddUser, AddedUser>(database, add => add.Add(new NewUser("second", Role.Administrator), Cancel));
        var membership = (await Do<ShowUser, UserView?>(database, show => show.Show(second.Id, Cancel)))!.Memberships.Single();

        (await Refusal<WithdrawRole>(database, withdraw => withdraw.Withdraw(first.Id, membership.Id, Cancel))).ShouldBe("role-unknown");
    }

    [Theory, BothDatabases]
    public async Task Users_are_found_in_any_case_and_paged_by_login(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await using (var scope = database.EnterInstallation())
        {
            var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
            for (var i = 0; i < ListUsers.PageSize + 5; i++)
            {
                var login = $"user{i:000}";
                db.Users.Add(new User { Id = db.Ids.Take(), UserName = login, NormalizedUserName = login.ToUpperInvariant(), FullName = i == 3 ? "Семёнова Алёна" : "Петров Пётр", SecurityStamp = "x" });
            }

            await db.SaveChangesAsync(Cancel);
        }

        var found = await Do<ListUsers, UserPage>(database, list => list.List(new UserFilter("семенова", null, null, null), Cancel));
        found.Rows.Single().Login.ShouldBe("user003");
        var first = await Do<ListUsers, UserPage>(database, list => list.List(new UserFilter(null, null, null, null), Cancel));
        var second = await Do<ListUsers, UserPage>(database, list => list.List(new UserFilter(null, null, null, first.Next), Cancel));
        first.Rows.Count.ShouldBe(ListUsers.PageSize);
        second.Rows.Select(row => row.Login).ShouldBe(["user050", "user051", "user052", "user053", "user054"]);
        second.Next.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Districts_are_added_once_and_served_by_a_centre_of_their_region(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await database.AddOrganization(OrganizationKind.EmploymentCentre, "czn-1");
        await database.AddOrganization(OrganizationKind.EmploymentCentre, "czn-77", "77");

        (await Do<AssignDistricts, int>(database, assign => assign.Assign("00", [new("Берёзовский", null), new("Заречный", "czn-1")], Cancel))).ShouldBe(2);
        (await Do<AssignDistricts, int>(database, assign => assign.Assign("00", [new("березовский ", "czn-1"), new("Заречный", "czn-1")], Cancel))).ShouldBe(1);
        (await Refusal<AssignDistricts>(database, assign => assign.Assign("00", [new("Заречный", "czn-77")], Cancel))).ShouldBe("centre-unknown");

        var view = await Do<ListDistricts, RegionDistricts?>(database, list => list.List("00", Cancel));
        view!.Districts.Select(row => (row.Name, row.CentreCode)).ShouldBe([("Берёзовский", "czn-1"), ("Заречный", "czn-1")]);
        view.Centres.Select(row => row.Code).ShouldBe(["czn-1"]);
    }

    [Theory, BothDatabases]
    public async Task The_journal_speaks_in_plain_words_and_names_nobody(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        await Do<AddOrganization, AddedOrganization>(database, add => add.Add(new NewOrganization(OrganizationKind.College, "zpk", "Колледж", "00"), Cancel));
        var user = await Do<AddUser, AddedUser>(database, add => add.Add(new NewUser("o.melnikova", Role.CareerCentreHead, "zpk", FullName: "Мельникова Ольга"), Cancel));
        await Do<ChangeOrganization>(database, change => change.Change("zpk", new OrganizationChange("Колледж", "Центр «Старт»", RiskBasis.Consent), Cancel));
        await Do<ChangeUser>(database, change => change.Change(user.Id, "Орлова Ольга", Cancel));
        await Do<CheckPassword, User?>(database, check => check.Check("o.melnikova", "wrong", Cancel));

        var page = await Do<ListJournal, JournalPage>(database, list => list.List(new JournalFilter(null, null, null, null, null), Cancel));

        page.Rows.Select(row => row.Words).ShouldBe(
        [
            "Вход не удался: неверный пароль, логин o.melnikova",
            "Изменено имя пользователя o.melnikova",
            "Изменена организация zpk: центр карьеры — было не указано, стало «Центр «Старт»»; основание определения риска — было собственное, стало согласие человека",
            "Добавлен пользователь o.melnikova: руководитель центра карьеры, zpk",
            "Добавлена организация «Колледж», код zpk",
        ]);
        page.Rows.ShouldAllBe(row => row.Actor == "командная строка");
        await using var scope = database.EnterInstallation();
        var stored = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().AuditEntries.Select(entry => entry.Details).ToListAsync(Cancel);
        string.Concat(stored).ShouldNotContain("ельников");
        string.Concat(stored).ShouldNotContain("Орлова");
    }

    [Theory, BothDatabases]
    public async Task The_journal_is_filtered_by_who_what_and_when(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var user = await Do<AddUser, AddedUser>(database, add => add.Add(new NewUser("admin", Role.Administrator), Cancel));
        database.Clock.Advance(TimeSpan.FromDays(1));
        await Do<AddOrganization, AddedOrganization>(database, add => add.Add(new NewOrganization(OrganizationKind.College, "zpk", "Колледж", "00"), Cancel), Actors.Of(user.Id));
        var today = database.Clock.GetUtcNow().UtcDateTime.Date;

        (await Count(new JournalFilter(today, null, null, null, null))).ShouldBe(1);
        (await Count(new JournalFilter(null, today, null, null, null))).ShouldBe(1);
        (await Count(new JournalFilter(null, null, "ADMIN", null, null))).ShouldBe(1);
        (await Count(new JournalFilter(null, null, "nobody", null, null))).ShouldBe(0);
        (await Count(new JournalFilter(null, null, null, JournalTopic.Organizations, null))).ShouldBe(1);
        (await Count(new JournalFilter(null, null, null, JournalTopic.Users, null))).ShouldBe(1);
        (await Count(new JournalFilter(null, null, null, JournalTopic.Other, null))).ShouldBe(0);

        async Task<int> Count(JournalFilter filter) => (await Do<ListJournal, JournalPage>(database, list => list.List(filter, Cancel))).Rows.Count;
    }

    private static async Task<TResult> Do<TUseCase, TResult>(TestDatabase database, Func<TUseCase, Task<TResult>> step, string actor = Actors.CommandLine)
        where TUseCase : notnull
    {
        await using var scope = database.EnterInstallation(actor);
        return await step(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private static Task Do<TUseCase>(TestDatabase database, Func<TUseCase, Task> step, string actor = Actors.CommandLine)
        where TUseCase : notnull => Do<TUseCase, bool>(database, async useCase =>
        {
            await step(useCase);
            return true;
        }, actor);

    private static async Task<string> Refusal<TUseCase>(TestDatabase database, Func<TUseCase, Task> step, string actor = Actors.CommandLine)
        where TUseCase : notnull => (await Should.ThrowAsync<RuleViolation>(() => Do(database, step, actor))).Code;
}
