using Marshrut.Core.Agreements;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Agreements.MadeAgreement;

namespace Marshrut.Tests.Core.Agreements;

public class AgreementTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Either_side_enters_changes_and_ends_it_and_both_read_the_same_history(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre) = await Two(database);
        var id = await Add(database, centre, college);
        await Do<ChangeAgreement>(database, college, change => change.Change(
            new AgreementChange(id, Terms(days: 7) with { ToPerson = new ResponsiblePerson("Ковалёв Дмитрий Андреевич", null, null, null) }, "дополнительное соглашение № 1", 0), Cancel));
        await Do<EndAgreement>(database, centre, end => end.End(new AgreementEnd(id, Day("2026-12-01"), "письмо о расторжении", 1), Cancel));

        foreach (var side in new[] { college, centre })
        {
            var view = await Do<ShowAgreement, AgreementView?>(database, side, show => show.Show(id, Cancel));
            view!.State.ShouldBe(AgreementState.InForce);
            view.DaysLeft.ShouldBe(7);
            view.OtherName.ShouldBe(side == college ? centre.Name : college.Name);
            view.History.Select(act => act.Sentence).ShouldBe(
            [
                "Прекращено с 01.12.2026. Причина: письмо о расторжении.",
                "Изменено: срок приёма: 5\u00a0рабочих дней → 7\u00a0рабочих дней; ответственный от центра занятости. Причина: дополнительное соглашение № 1.",
                "Соглашение внесено.",
            ]);
            view.History.Select(act => act.Side).ShouldBe([centre.Name, college.Name, centre.Name]);
        }

        await using var scope = database.EnterInstallation();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var entries = await db.AuditEntries.Where(entry => entry.SubjectKind == "agreement").ToListAsync(Cancel);
        entries.GroupBy(entry => entry.Chain).Select(chain => (chain.Key, chain.Count())).ShouldBe(
            [(AuditLog.ChainOf(college.Id), 3), (AuditLog.ChainOf(centre.Id), 3)], ignoreOrder: true);
        entries.ShouldAllBe(entry => !entry.Details.Contains("Ковал") && !entry.Details.Contains("Зуев"), "names do not belong into the details");
        (await scope.ServiceProvider.GetRequiredService<VerifyAudit>().Verify(null, Cancel)).Sound.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task The_second_of_two_who_change_it_at_once_is_told_and_may_write_over_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre) = await Two(database);
        var id = await Add(database, college, centre);
        await Do<ChangeAgreement>(database, college, change => change.Change(new AgreementChange(id, Terms(days: 7), "письмо ЦЗН", 0), Cancel));

        var told = await Do<ChangeAgreement, AgreementAnswer?>(database, centre, change => change.Change(new AgreementChange(id, Terms(days: 3), "приказ № 4", 0), Cancel));
        told!.Conflict!.Acts.ShouldHaveSingleItem().Sentence.ShouldContain("7\u00a0рабочих дней");
        (await Do<EndAgreement, AgreementAnswer?>(database, centre, end => end.End(new AgreementEnd(id, Day("2026-12-01"), "письмо", 0), Cancel)))!.Conflict.ShouldNotBeNull();
        (await Show(database, college, id)).Terms.AcceptanceDays.ShouldBe(7);

        (await Do<ChangeAgreement, AgreementAnswer?>(
            database, centre, change => change.Change(new AgreementChange(id, Terms(days: 3), "приказ № 4", told.Conflict.NowVersion), Cancel)))!.Conflict.ShouldBeNull();
        (await Show(database, college, id)).Terms.AcceptanceDays.ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task Two_that_are_entered_at_the_same_moment_do_not_both_come_in(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre) = await Two(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            try
            {
                await Add(database, number % 2 == 0 ? college : centre, number % 2 == 0 ? centre : college, Terms($"№ {number}"));
                return "";
            }
            catch (RuleViolation refusal)
            {
                return refusal.Code;
            }
        }, Cancel)));

        outcomes.Order(StringComparer.Ordinal).ShouldBe(["", "another-in-force", "another-in-force", "another-in-force"]);
    }

    [Theory, BothDatabases]
    public async Task Only_the_two_find_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre) = await Two(database);
        var third = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        var id = await Add(database, college, centre);

        (await Do<ShowAgreement, AgreementView?>(database, third, show => show.Show(id, Cancel))).ShouldBeNull();
        (await Do<ChangeAgreement, AgreementAnswer?>(database, third, change => change.Change(new AgreementChange(id, Terms(days: 3), "чужое", 0), Cancel))).ShouldBeNull();
        (await Do<EndAgreement, AgreementAnswer?>(database, third, end => end.End(new AgreementEnd(id, Day("2026-12-01"), "чужое", 0), Cancel))).ShouldBeNull();
        (await Do<ListAgreements, AgreementPage>(database, third, list => list.List(new AgreementFilter(), Cancel))).Rows.ShouldBeEmpty();
        (await Do<ListAgreements, AgreementPage>(database, centre, list => list.List(new AgreementFilter(), Cancel))).Rows.ShouldHaveSingleItem().OtherName.ShouldBe(college.Name);
    }

    [Theory, BothDatabases]
    public async Task The_list_tells_live_from_past_and_is_searched(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre) = await Two(database);
        var other = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        var open = await Add(database, college, centre, Terms("Ё-1", to: null));
        var soon = await Add(database, college, other, Terms("2", to: "2026-11-30"));
        var past = await Add(database, college, centre, Terms("3", from: "2025-09-01", to: "2026-08-31", signed: "2025-08-01"));
        await Add(database, college, other, Terms("3", from: "2024-09-01", to: "2025-08-31", signed: "2024-08-01"));
        var sameNumber = await Add(database, college, centre, Terms("3", from: "2024-09-01", to: "2025-08-31", signed: "2024-08-01"));
        sameNumber.ShouldNotBe(past, "«б/н» of another day is another agreement");
        (await List(new AgreementFilter(Past: true))).Past.ShouldBe(3);

        (await List(new AgreementFilter())).Rows.Select(row => (row.Id, row.DaysLeft)).ShouldBe([(soon, (int?)7), (open, null)]);
        (await List(new AgreementFilter())).ShouldSatisfyAllConditions(page => page.Live.ShouldBe(2), page => page.Past.ShouldBe(3));
        (await List(new AgreementFilter(Past: true))).Rows[0].Id.ShouldBe(past);
        (await List(new AgreementFilter("е-1"))).Rows.ShouldHaveSingleItem().Id.ShouldBe(open);
        (await List(new AgreementFilter(other.Name.ToUpperInvariant()))).Rows.ShouldHaveSingleItem().Id.ShouldBe(soon);

        Task<AgreementPage> List(AgreementFilter filter) => Do<ListAgreements, AgreementPage>(database, college, list => list.List(filter, Cancel));
    }

    [Theory, BothDatabases]
    public async Task What_is_in_force_between_two_on_a_day_is_found_from_either_side(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre) = await Two(database);
        var id = await Add(database, college, centre);
        var earlier = await Add(database, college, centre, Terms("1", from: "2025-09-01", to: "2026-08-31", signed: "2025-08-01"));
        await Do<EndAgreement>(database, centre, end => end.End(new AgreementEnd(id, Day("2026-12-01"), "письмо", 0), Cancel));

        foreach (var (own, other) in new[] { (college, centre), (centre, college) })
        {
            foreach (var (day, found) in new (string, long?)[] { ("2025-08-31", null), ("2026-08-31", earlier), ("2026-09-01", id), ("2026-11-30", id), ("2026-12-01", null) })
            {
                ((await Do<FindAgreementInForce, LiveAgreement?>(database, own, find => find.Find(other.Id, Day(day), Cancel)))?.Id).ShouldBe(found, day);
                (await Do<ListLiveAgreements, IReadOnlyList<LiveAgreement>>(database, own, live => live.List(Day(day), Cancel))).Select(row => (long?)row.Id)
                    .ShouldBe(found is null ? [] : [found], day);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Refusals_leave_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, centre) = await Two(database);
        var far = await database.AddOrganization(OrganizationKind.EmploymentCentre, regionCode: "77");
        var school = await database.AddOrganization(OrganizationKind.School);
        foreach (var (by, other, code) in new[] { (college, far.Code, "parties-of-two-regions"), (college, "nowhere", "party-unknown"), (centre, school.Code, "parties-misfit"), (college, college.Code, "parties-misfit") })
        {
            var refusal = await Should.ThrowAsync<RuleViolation>(() => Do<AddAgreement, long>(database, by, add => add.Add(new NewAgreement(other, Terms()), Cancel)));
            refusal.Code.ShouldBe(code);
        }

        var id = await Add(database, college, centre);
        (await Should.ThrowAsync<RuleViolation>(() => Do<ChangeAgreement>(database, college, change => change.Change(new AgreementChange(id, Terms(), "так надо", 0), Cancel)))).Code.ShouldBe("nothing-changed");
        (await Should.ThrowAsync<RuleViolation>(() => Do<ChangeAgreement>(database, college, change => change.Change(new AgreementChange(id, Terms(days: 9), null, 0), Cancel)))).Code.ShouldBe("no-reason");
        (await Show(database, centre, id)).Version.ShouldBe(0);
        (await Do<ListAgreementParties, IReadOnlyList<PartyChoice>>(database, college, parties => parties.List(Cancel))).ShouldHaveSingleItem().Code.ShouldBe(centre.Code);
        (await Do<ListAgreementParties, IReadOnlyList<PartyChoice>>(database, centre, parties => parties.List(Cancel))).ShouldHaveSingleItem().Code.ShouldBe(college.Code);
    }

    private static async Task<(Organization College, Organization Centre)> Two(TestDatabase database) =>
        (await database.AddOrganization(OrganizationKind.College), await database.AddOrganization(OrganizationKind.EmploymentCentre));

    private static async Task<AgreementView> Show(TestDatabase database, Organization side, long id) =>
        (await Do<ShowAgreement, AgreementView?>(database, side, show => show.Show(id, Cancel)))!;

    private static Task Do<T>(TestDatabase database, Organization side, Func<T, Task<AgreementAnswer?>> step)
        where T : notnull => Do<T, AgreementAnswer?>(database, side, step);

    private static async Task<TResult> Do<T, TResult>(TestDatabase database, Organization side, Func<T, Task<TResult>> step)
        where T : notnull
    {
        await using var scope = database.Enter(side);
        return await step(scope.ServiceProvider.GetRequiredService<T>());
    }
}
