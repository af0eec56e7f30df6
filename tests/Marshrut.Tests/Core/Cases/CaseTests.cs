using Marshrut.Core.Accounts;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Lists;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Rules.Cases;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Transfers.HandoverBench;
using CaseRow = Marshrut.Core.Cases.Case;

namespace Marshrut.Tests.Core.Cases;

/// <summary>The present day is 23 November 2026, a Monday.</summary>
public class CaseTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_attempt_is_recorded_and_the_next_proposed_and_the_college_sees_that_something_is_done(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, _) = await Accepted(database, "Ольхова");
        database.Clock.Advance(TimeSpan.FromDays(1));

        (await Contact(bench, ids[0], ContactResult.NoAnswer)).ShouldBeTrue();
        var row = await Case(bench, ids[0]);
        (row.FailedAttempts, row.LastContactOn, row.NextContactOn).ShouldBe((1, null, Today.AddDays(2)));
        await Contact(bench, ids[0], ContactResult.Spoke, "хочет практику", Today.AddDays(9));
        row = await Case(bench, ids[0]);
        (row.FailedAttempts, row.LastContactOn, row.NextContactOn).ShouldBe((0, Today.AddDays(1), Today.AddDays(9)));

        (await bench.Items()).Single().LastActivityOn.ShouldBe(Today.AddDays(1));
        var card = await Show(bench, ids[0]);
        card!.Story.Select(one => one.Text).ShouldBe(["хочет практику", null]);
        var stored = await bench.Use<MarshrutDb, List<byte[]?>>(bench.Centre, db => db.CaseEntries.Select(one => one.Text).ToListAsync(Cancel));
        stored.OfType<byte[]>().ShouldAllBe(text => !System.Text.Encoding.UTF8.GetString(text).Contains("практику", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Lost_contact_needs_three_attempts_in_a_row(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, _) = await Accepted(database, "Ольхова");
        async Task<string> Lose() => (await Should.ThrowAsync<RuleViolation>(() => Close(bench, ids[0], CaseOutcome.LostContact))).Code;

        (await Lose()).ShouldBe("too-few-attempts");
        await Contact(bench, ids[0], ContactResult.NoAnswer);
        await Contact(bench, ids[0], ContactResult.WrongNumber);
        await Contact(bench, ids[0], ContactResult.CallLater);
        await Contact(bench, ids[0], ContactResult.NoAnswer);
        await Contact(bench, ids[0], ContactResult.NoAnswer);
        (await Lose()).ShouldBe("too-few-attempts", "an answer in between begins anew");
        await Contact(bench, ids[0], ContactResult.NoAnswer);

        (await Close(bench, ids[0], CaseOutcome.LostContact)).ShouldBeTrue();
        (await bench.Items()).Single().Outcome.ShouldBe(CaseOutcome.LostContact);
    }

    [Theory, BothDatabases]
    public async Task Who_found_work_is_asked_later_and_a_lost_place_reopens(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, _) = await Accepted(database, "Ольхова");
        (await Should.ThrowAsync<RuleViolation>(() => Close(bench, ids[0], CaseOutcome.EmployedInField, employer: ""))).Code.ShouldBe("employer-missing");
        await Close(bench, ids[0], CaseOutcome.EmployedInField);

        (await Should.ThrowAsync<RuleViolation>(() => Contact(bench, ids[0], ContactResult.Spoke))).Code.ShouldBe("step-not-possible");
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.Holdings.CountAsync(Cancel))).ShouldBe(0, "the person is free");
        database.Clock.Advance(TimeSpan.FromDays(31));
        (await List(bench, new CaseFilter(CaseTab.FollowUp))).Lines.ShouldHaveSingleItem();
        var questions = (await Show(bench, ids[0]))!.FollowUps;
        questions.Count.ShouldBe(8);
        await bench.Use<RecordContact, bool>(bench.Centre, record => record.Record(new ContactAttempt(ids[0], ContactWay.Call, ContactResult.NoAnswer, FollowUpId: questions[0].Id), Cancel));
        (await Show(bench, ids[0]))!.FollowUps[0].DoneOn.ShouldBeNull("nobody answered");
        foreach (var question in questions.Where(one => one.DueOn <= Today.AddDays(31)))
        {
            await bench.Use<RecordContact, bool>(bench.Centre, record => record.Record(new ContactAttempt(ids[0], ContactWay.Call, ContactResult.Works, FollowUpId: question.Id), Cancel));
        }

        (await List(bench, new CaseFilter(CaseTab.FollowUp))).Lines.ShouldBeEmpty();
        (await Should.ThrowAsync<RuleViolation>(() => bench.Use<RecordContact, bool>(
            bench.Centre, record => record.Record(new ContactAttempt(ids[0], ContactWay.Call, ContactResult.Works, FollowUpId: questions[0].Id), Cancel)))).Code.ShouldBe("follow-up-done");

        var version = (await Case(bench, ids[0])).Version;
        (await bench.Use<ReopenCase, bool>(bench.Centre, reopen => reopen.Reopen(ids[0], "уволили", version, Cancel))).ShouldBeTrue();
        (await Show(bench, ids[0]))!.FollowUps.Count.ShouldBe(2, "what was asked stays");
        (await bench.Items()).Single().CaseState.ShouldBe(CaseState.Opened);
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.Holdings.CountAsync(Cancel))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_case_sleeps_until_its_day_and_wakes_by_itself(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, _) = await Accepted(database, "Ольхова", "Липова");
        async Task<bool> Sleep(long id, DateOnly? until, string? reason = "призвали") =>
            await bench.Use<PauseCase, bool>(bench.Centre, pause => pause.Pause(new CasePause(id, until, reason, 0), Cancel));
        (await Should.ThrowAsync<RuleViolation>(() => Sleep(ids[0], Today))).Code.ShouldBe("until-unusable");
        (await Should.ThrowAsync<RuleViolation>(() => Sleep(ids[0], Today.AddDays(10), " "))).Code.ShouldBe("text-missing");
        await Sleep(ids[0], Today.AddDays(10));
        await Sleep(ids[1], Today.AddDays(400));

        await Wake(database);
        (await Case(bench, ids[0])).State.ShouldBe(CaseState.Paused);
        database.Clock.Advance(TimeSpan.FromDays(10));
        await Wake(database);

        var woken = await Case(bench, ids[0]);
        (woken.State, woken.NextContactOn).ShouldBe((CaseState.Opened, Today.AddDays(10)), "nobody is its curator");
        (await Case(bench, ids[1])).State.ShouldBe(CaseState.Paused);
        (await Show(bench, ids[0]))!.Story[0].Entry.Step.ShouldBe(CaseStep.Wake);
    }

    [Theory, BothDatabases]
    public async Task Curators_are_named_for_many_at_once_with_one_line_a_person(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, curator) = await Accepted(database, "Ольхова", "Липова", "Клёнова");

        var assigned = await Assign(bench, [.. ids, 987], curator);
        (assigned.Done, assigned.Passed).ShouldBe((3, 1));
        (await Assign(bench, ids, curator)).ShouldBe(new AssignedCases(0, 3));
        (await Should.ThrowAsync<RuleViolation>(() => Assign(bench, ids, 424_242))).Code.ShouldBe("no-such-curator");

        (await bench.Items()).ShouldAllBe(item => item.CuratorName == "Проверкина Мария Ивановна" && item.CaseState == CaseState.InWork);
        var chain = AuditLog.ChainOf(bench.Centre.Id);
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.CaseAssigned && row.Chain == chain, Cancel))).ShouldBe(3);
        var figures = await bench.Use<CountCases, CaseFigures>(bench.Centre, count => count.Count(null, Cancel));
        figures.Load.ShouldHaveSingleItem().Active.ShouldBe(3);
        (figures.Tabs[CaseTab.Active], figures.Tabs[CaseTab.Uncurated], figures.Tabs[CaseTab.Due]).ShouldBe((3, 0, 3));
    }

    [Theory, BothDatabases]
    public async Task A_naming_of_curators_is_taken_back_where_nothing_was_done_since(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, curator) = await Accepted(database, "Ольхова", "Липова", "Клёнова");
        var first = (await Assign(bench, [ids[0]], curator)).At!.Value;
        var other = await bench.Use<AddUser, long>(
            bench.Centre, async add => (await add.Add(new NewUser("other", Role.EmploymentSpecialist, bench.Centre.Code, FullName: "Другая Анна Петровна"), Cancel)).Id);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await Assign(bench, ids, other)).At!.Value;
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Use<WriteCaseNote, bool>(bench.Centre, note => note.Write(ids[2], "зайдёт завтра", Cancel));

        (await Undo(bench, second, "user:8")).ShouldBe(new AssignedCases(0, 0), "somebody else's act");
        (await Undo(bench, second)).ShouldBe(new AssignedCases(2, 1), "with one something was done");

        (await Case(bench, ids[0])).CuratorId.ShouldBe(curator);
        var nobodys = await Case(bench, ids[1]);
        (nobodys.CuratorId, nobodys.State).ShouldBe((null, CaseState.Opened));
        (await Case(bench, ids[2])).CuratorId.ShouldBe(other);
        (await bench.Items()).Select(item => item.CuratorName).ShouldBe(["Проверкина Мария Ивановна", null, "Другая Анна Петровна"], ignoreOrder: true);
        var chain = AuditLog.ChainOf(bench.Centre.Id);
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.CaseAssignmentUndone && row.Chain == chain, Cancel))).ShouldBe(2);
        (await Undo(bench, second)).Done.ShouldBe(0, "a second press");
        (await Undo(bench, first)).Done.ShouldBe(0, "named again meanwhile");
    }

    [Theory, BothDatabases]
    public async Task A_second_curator_is_told_what_the_first_did(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, _) = await Accepted(database, "Ольхова");
        var seen = (await Show(bench, ids[0]))!.Version;
        await Contact(bench, ids[0], ContactResult.Refuses);

        var refusal = await Should.ThrowAsync<RuleViolation>(() => Close(bench, ids[0], CaseOutcome.Refused, seen: seen));

        refusal.Code.ShouldBe("case-changed");
        refusal.Message.ShouldContain("звонок: отказывается");
        (await Close(bench, ids[0], CaseOutcome.Refused)).ShouldBeTrue();
        (await Should.ThrowAsync<RuleViolation>(() => Close(bench, ids[0], CaseOutcome.Refused))).Code.ShouldBe("step-not-possible");
    }

    [Theory, BothDatabases]
    public async Task Whoever_came_by_himself_is_held_like_one_handed_over_R35(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var here = await bench.Confirmed(Line(1, "Ольхова"), Line(2, "Липова"));
        var centre = new HandoverBench(database.Services, database.Clock, bench.Centre, bench.Centre);
        await centre.Proposed(Line(1, "Ольхова"));
        var own = await bench.Use<MarshrutDb, long>(bench.Centre, db => db.Enrolments.Select(row => row.Id).SingleAsync(Cancel));

        var id = (await Open(bench, own))!.Value;

        (await Should.ThrowAsync<RuleViolation>(() => Open(bench, own))).Code.ShouldBe("held-elsewhere");
        var draft = await bench.Draft(await bench.Compose(here));
        draft.Missing.ShouldHaveSingleItem().Problems.ShouldBe([TransferProblem.Held]);
        (await bench.Use<OpenOwnCase, long?>(bench.College, open => open.Open(own, null, Cancel))).ShouldBeNull("a foreign person");
        await Close(bench, id, CaseOutcome.Moved);
        (await bench.Send(here)).Sent.ShouldBe(2);
        var version = (await Case(bench, id)).Version;
        (await Should.ThrowAsync<RuleViolation>(() => bench.Use<ReopenCase, bool>(bench.Centre, reopen => reopen.Reopen(id, "вернулся", version, Cancel)))).Code.ShouldBe("held-elsewhere");
    }

    [Theory, BothDatabases]
    public async Task With_the_consent_the_story_goes_and_the_stub_stays_R36(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, _) = await Accepted(database, "Ольхова");
        await Contact(bench, ids[0], ContactResult.Spoke, "живёт с бабушкой");
        await Close(bench, ids[0], CaseOutcome.EmployedInField);
        var enrolment = await bench.Use<MarshrutDb, long>(bench.College, db => db.Enrolments.Select(row => row.Id).SingleAsync(Cancel));

        await bench.Use<WithdrawConsent, CardAnswer?>(
            bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(enrolment, ConsentPurpose.Transfer, Today, "заявление"), Cancel));

        (await Show(bench, ids[0])).ShouldBeNull();
        (await Contact(bench, ids[0], ContactResult.Spoke)).ShouldBeFalse();
        foreach (var tab in Enum.GetValues<CaseTab>())
        {
            (await List(bench, new CaseFilter(tab))).Lines.ShouldBeEmpty();
        }

        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.CaseEntries.CountAsync(Cancel))).ShouldBe(0);
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.FollowUps.CountAsync(Cancel))).ShouldBe(0);
        var stub = await Case(bench, ids[0]);
        (stub.Outcome, stub.PersonId, stub.SortName).ShouldBe((CaseOutcome.ConsentWithdrawn, null, ""));
    }

    [Theory, BothDatabases]
    public async Task A_case_of_ones_own_outlives_the_consent_to_a_transfer(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, _) = await Accepted(database, "Ольхова");
        await Close(bench, ids[0], CaseOutcome.Moved);
        var study = await bench.Use<MarshrutDb, long>(bench.Centre, db => db.Enrolments.Select(row => row.Id).SingleAsync(Cancel));
        var own = (await Open(bench, study))!.Value;
        var enrolment = await bench.Use<MarshrutDb, long>(bench.College, db => db.Enrolments.Select(row => row.Id).SingleAsync(Cancel));

        await bench.Use<WithdrawConsent, CardAnswer?>(
            bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(enrolment, ConsentPurpose.Transfer, Today, "заявление"), Cancel));

        (await Show(bench, ids[0])).ShouldBeNull();
        (await Show(bench, own))!.Handed.ShouldBeNull("nothing that was handed over is left");
        (await Contact(bench, own, ContactResult.Spoke)).ShouldBeTrue();
        (await Close(bench, own, CaseOutcome.Moved)).ShouldBeTrue();
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.Holdings.CountAsync(Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Of_two_hand_overs_of_one_person_the_last_takes_the_row_with_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, _) = await Accepted(database, "Ольхова");
        await Close(bench, ids[0], CaseOutcome.Moved);
        var enrolment = await bench.Use<MarshrutDb, long>(bench.College, db => db.Enrolments.Select(row => row.Id).SingleAsync(Cancel));
        await bench.Send([enrolment]);
        await bench.Accept([(await bench.Queue()).Single().Id]);

        await bench.Use<WithdrawConsent, CardAnswer?>(
            bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(enrolment, ConsentPurpose.Transfer, Today, "заявление"), Cancel));

        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.People.CountAsync(Cancel))).ShouldBe(0);
        (await bench.Use<MarshrutDb, List<CaseRow>>(bench.Centre, db => db.Cases.AsNoTracking().ToListAsync(Cancel)))
            .ShouldAllBe(row => row.PersonId == null && row.SortName == "" && row.Outcome == CaseOutcome.ConsentWithdrawn);
    }

    [Theory, BothDatabases]
    public async Task A_second_press_is_told_and_a_talk_with_the_employer_counts_for_nobody(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, _) = await Accepted(database, "Ольхова");
        var seen = (await Case(bench, ids[0])).Version;
        Task<bool> Press(ContactWay way) => bench.Use<RecordContact, bool>(
            bench.Centre, record => record.Record(new ContactAttempt(ids[0], way, ContactResult.NoAnswer, SeenVersion: seen), Cancel));

        (await Press(ContactWay.Call)).ShouldBeTrue();
        (await Should.ThrowAsync<RuleViolation>(() => Press(ContactWay.Call))).Code.ShouldBe("case-changed");
        seen = (await Case(bench, ids[0])).Version;
        (await Press(ContactWay.Employer)).ShouldBeTrue();

        (await Case(bench, ids[0])).FailedAttempts.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Pages_lead_through_every_tab_and_filter_and_back(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, ids, curator) = await Accepted(database, [.. Enumerable.Range(0, 60).Select(number => $"Ольхова{(char)('а' + (number % 30))}{(char)('а' + (number / 30))}")]);
        foreach (var (id, number) in ids.Select((id, number) => (id, number)).Where(pair => pair.number % 7 == 0))
        {
            await Contact(bench, id, number % 2 == 0 ? ContactResult.WrongNumber : ContactResult.NoAnswer);
        }

        await Assign(bench, ids[..20], curator);
        foreach (var filter in new[] { new CaseFilter(), new CaseFilter(CaseTab.Uncurated), new CaseFilter(CuratorId: curator), new CaseFilter(Search: "ольховаа"), new CaseFilter(From: bench.College.Id) })
        {
            var all = await bench.Use<FindCases, IReadOnlyList<long>>(bench.Centre, find => find.Find(filter, Cancel));
            var (read, page) = (new List<long>(), await List(bench, filter));
            var figures = await bench.Use<CountCases, CaseFigures>(bench.Centre, count => count.Count(filter.CuratorId, Cancel));
            (figures.CountOf(filter) ?? page.Count).ShouldBe(page.Count, $"the number of the tab {filter.Tab} is that of its list");
            while (true)
            {
                page.Count.ShouldBe(all.Count);
                read.AddRange(page.Lines.Select(line => line.Id));
                if (!page.HasNext)
                {
                    break;
                }

                page = await List(bench, filter, after: page.Lines[^1].Id);
            }

            read.ShouldBe(all);
            if (page.HasPrevious)
            {
                (await List(bench, filter, before: page.Lines[0].Id)).Lines.Select(line => line.Id).ShouldBe(all.SkipLast(page.Lines.Count).TakeLast(ListCases.PageSize));
            }
        }
    }

    private static async Task<(HandoverBench Bench, List<long> Cases, long Curator)> Accepted(TestDatabase database, params string[] surnames)
    {
        var bench = await Create(database);
        var curator = await bench.Use<IServiceProvider, long>(bench.Centre, async services =>
        {
            var added = await services.GetRequiredService<AddUser>().Add(
                new NewUser("kurator", Role.EmploymentSpecialist, bench.Centre.Code, FullName: "Проверкина Мария Ивановна"), Cancel);
            return added.Id;
        });
        await bench.Send(await bench.Confirmed([.. surnames.Select((surname, number) => Line(number + 1, surname))]));
        await bench.Accept([.. (await bench.Items()).Select(item => item.Id)]);
        var ids = await bench.Use<MarshrutDb, List<long>>(bench.Centre, db => db.Cases.OrderBy(row => row.SortName).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(Cancel));
        return (bench, ids, curator);
    }

    private static Task<bool> Contact(HandoverBench bench, long id, ContactResult result, string? note = null, DateOnly? next = null) =>
        bench.Use<RecordContact, bool>(bench.Centre, record => record.Record(new ContactAttempt(id, ContactWay.Call, result, note, next), Cancel));

    private static async Task<bool> Close(HandoverBench bench, long id, CaseOutcome outcome, string? employer = "ООО «Берег»", int? seen = null)
    {
        var version = seen ?? (await Case(bench, id)).Version;
        return await bench.Use<CloseCase, bool>(bench.Centre, close => close.Close(new CaseClosing(id, outcome, Today, employer, "слесарь", "со слов", version), Cancel));
    }

    private static Task<AssignedCases> Undo(HandoverBench bench, DateTime at, string? actor = null) =>
        actor is null
            ? bench.Use<UndoAssignment, AssignedCases>(bench.Centre, undo => undo.Undo(at, Cancel))
            : bench.Use<UndoAssignment, AssignedCases>(bench.Centre, undo => undo.Undo(at, Cancel), actor);

    private static Task<AssignedCases> Assign(HandoverBench bench, IReadOnlyCollection<long> ids, long curator) =>
        bench.Use<AssignCurator, AssignedCases>(bench.Centre, assign => assign.Assign(ids, curator, Cancel));

    private static Task<long?> Open(HandoverBench bench, long enrolment) => bench.Use<OpenOwnCase, long?>(bench.Centre, open => open.Open(enrolment, null, Cancel));

    private static Task<CaseRow> Case(HandoverBench bench, long id) => bench.Use<MarshrutDb, CaseRow>(bench.Centre, db => db.Cases.AsNoTracking().SingleAsync(row => row.Id == id, Cancel));

    private static Task<CaseCard?> Show(HandoverBench bench, long id) => bench.Use<ShowCase, CaseCard?>(bench.Centre, show => show.Show(id, false, Cancel));

    private static Task<CasePage> List(HandoverBench bench, CaseFilter filter, long? after = null, long? before = null) =>
        bench.Use<ListCases, CasePage>(bench.Centre, list => list.List(filter, after, before, null, Cancel));

    private static async Task Wake(TestDatabase database)
    {
        await using var scope = database.EnterInstallation("system:schedule");
        (await scope.ServiceProvider.GetRequiredService<RunJobNow>().Run("wake-cases", new { }, null, Cancel)).State.ShouldBe(JobState.Done);
    }
}
