using Marshrut.Core.Imports.Undoing;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Cases;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;
using MarshrutCase = Marshrut.Core.Cases.Case;

namespace Marshrut.Tests.Core.Transfers;

public class TransferTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task People_of_a_college_become_cases_of_an_employment_centre(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var people = await bench.Confirmed(Line(1, "Ольхова", place: "нет"), Line(2, "Липова"));

        var sent = await bench.Send(people);

        (sent.Number, sent.Sent, sent.Stayed, sent.AnswerBy!.Value.Day).ShouldBe((1, 2, 0, new DateOnly(2026, 11, 30)));
        var queue = await bench.Queue();
        queue.Select(line => (line.LastName, line.SenderName, line.WorkingDaysLeft)).ShouldBe([("Ольхова", bench.College.Name, 5), ("Липова", bench.College.Name, 5)]);
        var handed = await bench.Handed(bench.Centre, queue[0].Id);
        handed!.Snapshot!.Person.Phone.ShouldBe("+79000000110");
        handed.Snapshot.CallAt.Name.ShouldBe("Зуев Андрей Николаевич");
        handed.Snapshot.ContactsCheckedOn.ShouldBe(new DateOnly(2026, 11, 23));
        handed.Snapshot.Risk.Present.Select(line => line.Code).ShouldBe(["orphan", "no-certain-workplace"]);

        (await bench.Accept([.. queue.Select(line => line.Id)])).ShouldBe(new AnsweredPeople(2, 0, FixedClock.Beginning.UtcDateTime));

        (await bench.Queue()).ShouldBeEmpty();
        var cases = await bench.Use<MarshrutDb, List<MarshrutCase>>(bench.Centre, db => db.Cases.AsNoTracking().OrderBy(row => row.SortName).ToListAsync(Cancel));
        cases.Select(row => (row.SortName, row.State)).ShouldBe([("ЛИПОВА ВЕРА", CaseState.Opened), ("ОЛЬХОВА ВЕРА", CaseState.Opened)]);
        var own = await bench.Use<MarshrutDb, List<Person>>(bench.Centre, db => db.People.AsNoTracking().OrderBy(row => row.SortName).ToListAsync(Cancel));
        own.Select(row => row.LastName).ShouldBe(["Липова", "Ольхова"]);
        own.Select(row => (long?)row.Id).ShouldBe(cases.Select(row => row.PersonId));
        (await bench.Items()).ShouldAllBe(item => item.State == TransferItemState.Accepted && item.CaseState == CaseState.Opened);
        var card = await bench.Use<ShowTransfer, SentTransferCard?>(bench.College, show => show.Show(sent.TransferId!.Value, Cancel));
        card!.People.ShouldAllBe(person => person.State == TransferItemState.Accepted);
        (await Sound(bench)).ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task What_is_missing_is_said_of_each_and_stays_in_the_draft(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var people = await bench.Confirmed(
            Line(1, "Ольхова"), Line(2, "Липова", consent: ""), Line(3, "Клёнова", phone: ""), Line(4, "Рябинина", orphan: "нет"), Line(5, "Ясенева", funding: "целевое"));
        var draft = await bench.Compose(people);

        var shown = await bench.Draft(draft);

        shown.Going.Select(person => person.LastName).ShouldBe(["Ольхова"]);
        shown.LeftOut.Select(person => (person.LastName, person.LeftOut)).ShouldBe([("Ясенева", (LeftOut?)LeftOut.TargetContract)]);
        shown.Missing.ToDictionary(person => person.LastName, person => person.Problems.Single()).ShouldBe(
            new Dictionary<string, TransferProblem>
            {
                ["Липова"] = TransferProblem.NoConsent,
                ["Клёнова"] = TransferProblem.NoContact,
                ["Рябинина"] = TransferProblem.NotHigh,
            },
            ignoreOrder: true);

        var sent = await bench.Use<SendTransfer, SentTransfer?>(bench.College, send => send.Send(draft, Cancel));
        (sent!.Sent, sent.Stayed).ShouldBe((1, 4));
        (await bench.Draft(draft)).People.Count.ShouldBe(4);
        await Should.ThrowAsync<RuleViolation>(() => bench.Use<SendTransfer, SentTransfer?>(bench.College, send => send.Send(draft, Cancel)));
    }

    [Theory, BothDatabases]
    public async Task A_proposal_is_not_handed_over_before_somebody_confirms_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var levels = await bench.Proposed(Line(1, "Ольхова"));

        var shown = await bench.Draft(await bench.Compose([.. levels.Select(row => row.EnrolmentId)]));

        shown.Missing.Single().Problems.ShouldBe([TransferProblem.NotConfirmed]);
    }

    [Theory, BothDatabases]
    public async Task A_person_waits_at_one_centre_at_a_time_and_may_be_sent_again_after_a_return(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var people = await bench.Confirmed(Line(1, "Ольхова", snils: "112-233-445 95"));
        await bench.Send(people);

        (await bench.Draft(await bench.Compose(people))).Missing.Single().Problems.ShouldBe([TransferProblem.Held]);

        await bench.Return([(await bench.Queue()).Single().Id]);
        (await bench.Send(people)).Sent.ShouldBe(1);
        (await bench.Queue()).Count.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Two_colleges_that_send_the_same_person_at_once_do_not_both_succeed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var one = await Create(database);
        var other = await one.Beside(await database.AddOrganization());
        var drafts = new List<(HandoverBench Bench, long Draft)>();
        foreach (var bench in new[] { one, other })
        {
            drafts.Add((bench, await bench.Compose(await bench.Confirmed(Line(1, "Ольхова", snils: "112-233-445 95")))));
        }

        var outcomes = await Task.WhenAll(drafts.Select(each => Task.Run(async () =>
        {
            try
            {
                return (await each.Bench.Use<SendTransfer, SentTransfer?>(each.Bench.College, send => send.Send(each.Draft, Cancel)))!.Sent;
            }
            catch (RuleViolation refusal) when (refusal.Code is "taken-meanwhile" or "nobody-goes")
            {
                return 0;
            }
        })));

        outcomes.Sum().ShouldBe(1);
        (await one.Queue()).Count.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Whoever_was_not_handed_anybody_sees_nobody_before_during_and_after(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var stranger = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        var people = await bench.Confirmed(Line(1, "Ольхова"), Line(2, "Липова"));
        var draft = await bench.Compose(people);
        (await bench.Queue()).ShouldBeEmpty("a draft is the college's alone");
        (await bench.Use<ListTransferDrafts, IReadOnlyList<TransferDraftLine>>(bench.Centre, list => list.List(Cancel))).ShouldBeEmpty();

        await bench.Use<SendTransfer, SentTransfer?>(bench.College, send => send.Send(draft, Cancel));
        var items = (await bench.Items()).ConvertAll(item => item.Id);

        (await bench.Queue(stranger)).ShouldBeEmpty();
        (await bench.Handed(stranger, items[0])).ShouldBeNull();
        (await bench.Return(items, by: stranger)).ShouldBe(new AnsweredPeople(0, 2));
        (await bench.Return(items, by: bench.College)).ShouldBe(new AnsweredPeople(0, 2), "the sender does not answer for the receiver");

        await bench.Return([items[0]], ReturnReason.Other, "Номер не отвечает неделю");
        await bench.Revoke([items[1]]);
        foreach (var item in items)
        {
            (await bench.Handed(bench.Centre, item))!.Snapshot.ShouldBeNull();
        }

        (await bench.Items()).ShouldAllBe(item => item.Snapshot == null && item.District == null);
        var transfer = (await bench.Items())[0].TransferId;
        var card = await bench.Use<ShowTransfer, SentTransferCard?>(bench.College, show => show.Show(transfer, Cancel));
        card!.People.Single(person => person.State == TransferItemState.Returned).ReturnNote.ShouldBe("Номер не отвечает неделю");
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_cannot_be_told_apart_one_goes_and_nobody_else_is_stopped(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var people = await bench.Confirmed(Line(1, "Ольхова"), Line(2, "Ольхова"), Line(3, "Липова"));

        var sent = await bench.Send(people);

        (sent.Sent, sent.Stayed).ShouldBe((2, 1));
        (await bench.Draft(await bench.Compose(people))).Missing.ShouldAllBe(person => person.Problems.Contains(TransferProblem.Held));
    }

    [Theory, BothDatabases]
    public async Task A_revocation_and_an_acceptance_at_once_never_both_happen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var people = await bench.Confirmed([.. Enumerable.Range(1, 12).Select(number => Line(number, "Ольхова" + (char)('а' + number)))]);
        await bench.Send(people);
        var items = (await bench.Items()).ConvertAll(item => item.Id);

        var done = await Task.WhenAll(items.SelectMany(item => new[] { Task.Run(() => bench.Accept([item])), Task.Run(() => bench.Revoke([item])), Task.Run(() => bench.Accept([item])) }));

        done.Sum(answer => answer.Done).ShouldBe(items.Count);
        var now = await bench.Items();
        now.ShouldAllBe(item => item.State == TransferItemState.Accepted || item.State == TransferItemState.Revoked);
        var cases = await bench.Use<MarshrutDb, int>(bench.Centre, db => db.Cases.CountAsync(Cancel));
        cases.ShouldBe(now.Count(item => item.State == TransferItemState.Accepted));
        (await Sound(bench)).ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task An_import_under_somebody_handed_over_is_not_undone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var people = await bench.Proposed(Line(1, "Ольхова", orphan: "нет", health: "01.09.2026", disability: "да"));
        await bench.Send([.. people.Select(row => row.EnrolmentId)], TransferKind.SpecialNeeds);
        var import = await bench.Use<MarshrutDb, long>(bench.College, db => db.Imports.Select(row => row.Id).SingleAsync(Cancel));

        (await bench.Use<MarshrutDb, bool>(bench.College, db => db.Enrolments.AllAsync(row => row.LastImportId == null, Cancel))).ShouldBeTrue();
        await Should.ThrowAsync<RuleViolation>(() => bench.Use<UndoImport, object?>(bench.College, async undo => await undo.Undo(import, Cancel)));
    }

    [Theory, BothDatabases]
    public async Task Health_goes_along_with_its_consent_only_and_is_shown_only_when_asked_for(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var people = await bench.Confirmed(
            Line(1, "Ольхова", health: "01.09.2026", disability: "да", limits: "Без ночных смен"), Line(2, "Липова", disability: "да", limits: "Без ночных смен"));
        await bench.Send(people);
        var queue = (await bench.Queue()).ToDictionary(line => line.LastName);

        var plain = (await bench.Handed(bench.Centre, queue["Ольхова"].Id))!;
        (plain.HidesSpecial, plain.Snapshot!.WorkLimits).ShouldBe((true, null));
        plain.Snapshot.Risk.Present.Select(line => line.Code).ShouldBe(["orphan"]);
        var whole = (await bench.Handed(bench.Centre, queue["Ольхова"].Id, special: true))!;
        whole.Snapshot!.WorkLimits.ShouldBe("Без ночных смен");
        whole.Snapshot.Risk.Present.Select(line => line.Code).ShouldContain("disability");
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.SpecialRead, Cancel))).ShouldBe(1);
        (await bench.Handed(bench.Centre, queue["Липова"].Id, special: true))!.Snapshot!.HasSpecial.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task The_proposal_fills_the_free_places_of_the_month_by_priority(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Use<StateFreePlaces, bool>(bench.Centre, async state =>
        {
            await state.State(database.Clock.Today, 2, Cancel);
            return true;
        });
        var people = await bench.Confirmed(Line(1, "Ольхова"), Line(2, "Липова", place: "нет"), Line(3, "Клёнова"));

        var shown = await bench.Draft(await bench.Compose(people));

        shown.Places.ShouldBe(new MonthlyPlaces(2, 0));
        shown.Going.Select(person => person.LastName).ShouldBe(["Липова", "Клёнова"]);
        shown.LeftOut.Single().LeftOut.ShouldBe(LeftOut.NoPlace);
        await bench.Use<SendTransfer, SentTransfer?>(bench.College, send => send.Send(shown.Id, Cancel));
        (await bench.Draft(shown.Id)).Places!.Free.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_question_is_answered_once_and_read_by_both(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Send(await bench.Confirmed(Line(1, "Ольхова")));
        var item = (await bench.Queue()).Single().Id;

        (await bench.Use<AskAboutPerson, bool>(bench.Centre, ask => ask.Ask(item, "Когда удобно звонить?", Cancel))).ShouldBeTrue();
        var question = (await bench.Handed(bench.College, item))!.Questions.Single();
        (await bench.Queue(filter: new QueueFilter(Asked: true))).Single().HasOpenQuestion.ShouldBeTrue();
        (await bench.Use<AnswerQuestion, bool>(bench.Centre, answer => answer.Answer(question.Id, "После трёх", Cancel))).ShouldBeFalse("the one who asks does not answer");
        (await bench.Use<AnswerQuestion, bool>(bench.College, answer => answer.Answer(question.Id, "После трёх", Cancel))).ShouldBeTrue();
        await Should.ThrowAsync<RuleViolation>(() => bench.Use<AnswerQuestion, bool>(bench.College, answer => answer.Answer(question.Id, "Утром", Cancel)));

        (await bench.Handed(bench.Centre, item))!.Questions.Single().Answer.ShouldBe("После трёх");
    }

    [Theory, BothDatabases]
    public async Task A_withdrawn_consent_takes_the_person_away_from_the_centre_at_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var people = await bench.Confirmed(Line(1, "Ольхова"), Line(2, "Липова"));
        await bench.Send(people);
        var queue = (await bench.Queue()).ToDictionary(line => line.LastName, line => line.Id);
        await bench.Accept([queue["Ольхова"]]);

        foreach (var enrolment in people)
        {
            var answer = await bench.Use<WithdrawConsent, CardAnswer?>(
                bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(enrolment, ConsentPurpose.Transfer, database.Clock.Today, "Заявление"), Cancel));
            answer!.EnrolmentId.ShouldBe(enrolment);
        }

        (await bench.Queue()).ShouldBeEmpty();
        (await bench.Items()).ShouldAllBe(item => item.State == TransferItemState.ConsentWithdrawn && item.Snapshot == null);
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.People.CountAsync(Cancel))).ShouldBe(0);
        (await bench.Use<MarshrutDb, int>(bench.Centre, db => db.Enrolments.CountAsync(Cancel))).ShouldBe(0);
        var stub = (await bench.Use<MarshrutDb, List<MarshrutCase>>(bench.Centre, db => db.Cases.AsNoTracking().ToListAsync(Cancel))).Single();
        (stub.State, stub.Outcome, stub.PersonId, stub.SortName).ShouldBe((CaseState.Closed, CaseOutcome.ConsentWithdrawn, null, ""));
        (await bench.Draft(await bench.Compose(people))).Missing.ShouldAllBe(person => person.Problems.Single() == TransferProblem.NoConsent);
        (await Sound(bench)).ShouldBeTrue();
    }

    private static Task<bool> Sound(HandoverBench bench) =>
        bench.Use<VerifyAudit, bool>(bench.College, async verify => (await verify.Verify(null, Cancel)).Sound);
}
