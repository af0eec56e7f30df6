using Marshrut.Core.Accounts;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Leaves;
using Marshrut.Core.Cases.Lists;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Cases;

/// <summary>Curators who are away, and the rules that a centre sets itself; the present day is 23 November 2026.</summary>
public class LeaveTests
{
    private static readonly DateOnly today = AcceptedPeople.Today;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Who_covers_sees_the_people_of_the_one_who_is_away_and_the_case_stays_his(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var cover = await Colleague(people, "zamena", "Заменова Нина Петровна");
        (await Morning(people, cover)).Calls.ShouldBeEmpty();

        await Set(people, people.Curator, cover, today, today.AddDays(3));

        var call = (await Morning(people, cover)).Calls.Single();
        (call.Id, call.InsteadOf).ShouldBe((people.Id, "Проверкина Мария Ивановна"));
        (await Morning(people, people.Curator)).Calls.Single().InsteadOf.ShouldBeNull();
        (await people.Read(db => db.Cases.AsNoTracking().SingleAsync(Cancel))).CuratorId.ShouldBe(people.Curator);

        database.Clock.Advance(TimeSpan.FromDays(4));
        (await Morning(people, cover)).Calls.ShouldBeEmpty("the leave is over");
        (await people.Use<ListLeaves, IReadOnlyList<LeaveLine>>(list => list.List(Cancel))).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_leave_is_between_two_people_who_are_there_on_days_that_can_be(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var (second, third) = (await Colleague(people, "vtoraya", "Вторая Анна"), await Colleague(people, "tretya", "Третья Инна"));
        await Set(people, people.Curator, second, today.AddDays(5), today.AddDays(9));

        (await Refused(people, people.Curator, people.Curator, today, today)).ShouldBe("leave-people");
        (await Refused(people, people.Curator, 424242, today, today)).ShouldBe("no-such-curator");
        (await Refused(people, people.Curator, second, today.AddDays(2), today.AddDays(1))).ShouldBe("leave-days");
        (await Refused(people, people.Curator, second, today.AddDays(-9), today.AddDays(-1))).ShouldBe("leave-days");
        (await Refused(people, people.Curator, third, today.AddDays(9), today.AddDays(12))).ShouldBe("leave-twice");
        (await Refused(people, third, people.Curator, today.AddDays(9), today.AddDays(12))).ShouldBe("cover-away");
        (await Refused(people, second, third, today.AddDays(9), today.AddDays(12))).ShouldBe("cover-away", "she covers for another then");

        var other = await database.AddOrganization(OrganizationKind.EmploymentCentre, "other");
        var leave = (await people.Use<ListLeaves, IReadOnlyList<LeaveLine>>(list => list.List(Cancel))).Single();
        (await people.Bench.Use<EndLeave, bool>(other, end => end.End(leave.Id, Cancel))).ShouldBeFalse();
        (await people.Use<EndLeave, bool>(end => end.End(leave.Id, Cancel))).ShouldBeTrue();
        (await people.Use<EndLeave, bool>(end => end.End(leave.Id, Cancel))).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task A_centre_says_itself_after_how_many_attempts_a_contact_is_lost(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        (await Should.ThrowAsync<RuleViolation>(() => SetLost(people, 1))).Code.ShouldBe("attempts-unusable");
        await SetLost(people, 2);

        await NoAnswer(people);
        (await Should.ThrowAsync<RuleViolation>(() => Close(people))).Message.ShouldContain("подряд без ответа");
        await NoAnswer(people);

        (await Close(people)).ShouldBeTrue();
    }

    private static Task<long> Colleague(AcceptedPeople people, string login, string name) => people.Use<AddUser, long>(
        async add => (await add.Add(new NewUser(login, Role.EmploymentSpecialist, people.Bench.Centre.Code, FullName: name), Cancel)).Id);

    private static Task<Morning> Morning(AcceptedPeople people, long user) => people.Use<ShowMorning, Morning>(show => show.Show(user, Cancel));

    private static Task<bool> Set(AcceptedPeople people, long curator, long cover, DateOnly from, DateOnly until) => people.Use<SetLeave, bool>(async set =>
    {
        await set.Set(new LeaveInput(curator, cover, from, until), Cancel);
        return true;
    });

    private static async Task<string> Refused(AcceptedPeople people, long curator, long cover, DateOnly from, DateOnly until) =>
        (await Should.ThrowAsync<RuleViolation>(() => Set(people, curator, cover, from, until))).Code;

    private static Task<bool> SetLost(AcceptedPeople people, int attempts) => people.Use<SetLostAfter, bool>(async set =>
    {
        await set.Set(attempts, Cancel);
        return true;
    });

    private static Task<bool> NoAnswer(AcceptedPeople people) =>
        people.Use<RecordContact, bool>(contact => contact.Record(new ContactAttempt(people.Id, ContactWay.Call, ContactResult.NoAnswer), Cancel));

    private static async Task<bool> Close(AcceptedPeople people)
    {
        var version = (await people.Use<ShowCase, CaseCard?>(show => show.Show(people.Id, false, Cancel)))!.Version;
        return await people.Use<CloseCase, bool>(close => close.Close(new CaseClosing(people.Id, CaseOutcome.LostContact, today, null, null, null, version), Cancel));
    }
}
