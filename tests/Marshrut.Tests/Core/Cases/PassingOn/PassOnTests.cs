using Marshrut.Core.Agreements;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.PassingOn;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Rules.Cases;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Cases.PassingOn;

/// <summary>A person who has moved goes on to the ЦЗН of another district.</summary>
public class PassOnTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_case_ends_and_the_person_waits_at_the_other_office_with_what_the_first_tells(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var other = await people.Bench.OtherOffice(people.Database);
        (await people.Use<FindOtherOffices, IReadOnlyList<OtherOffice>>(find => find.Find(Cancel))).Select(office => office.Id).ShouldBe([other.Id]);

        (await PassOn(people, other.Id)).ShouldBeTrue();

        var card = (await people.Use<ShowCase, CaseCard?>(show => show.Show(people.Id, false, Cancel)))!;
        (card.Line.State, card.Line.Outcome).ShouldBe((CaseState.Closed, CaseOutcome.OtherCentre));
        (await people.Bench.Queue(other)).ShouldBeEmpty("the college's part is not done yet");
        (await people.Exchange()).ShouldContain("переданы в другой центр: 1");

        var waiting = (await people.Bench.Queue(other)).ShouldHaveSingleItem();
        (waiting.LastName, waiting.SenderName, waiting.TransferNumber, waiting.WorkingDaysLeft).ShouldBe(("Ольхова", people.Bench.College.Name, 2, 5));
        (await people.Bench.Handed(other, waiting.Id))!.Snapshot!.Needs.ShouldBe($"Передаёт {people.Bench.Centre.Name}: Переехал к родителям, резюме готово");
        (await people.Bench.Queue()).ShouldBeEmpty();
        (await people.Bench.Handed(people.Bench.Centre, waiting.Id)).ShouldBeNull("the first office has no part in the new transfer");
        var state = (await people.Bench.Use<FindHandedState, HandedState?>(people.Bench.College, async find => await find.Find((await people.Bench.Items())[0].PersonId, Cancel)))!;
        (state.State, state.CentreName).ShouldBe((TransferItemState.Waiting, other.Name));
        (await people.Bench.Use<ShowTransfer, SentTransferCard?>(people.Bench.College, show => show.Show(state.TransferId, Cancel)))!.PassedOnFrom.ShouldBe(people.Bench.Centre.Name);

        (await people.Exchange()).ShouldContain("Нового нет", Shouldly.Case.Sensitive, "passed on once");
        (await people.Bench.Use<AcceptPeople, AnsweredPeople>(other, accept => accept.Accept([waiting.Id], CuratorChoice.Nobody, Cancel))).Done.ShouldBe(1);
        (await people.Bench.Use<VerifyAudit, AuditVerdict>(other, verify => verify.Verify(null, Cancel))).Sound.ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task Until_the_other_office_answers_nobody_else_has_the_person_and_after_a_return_the_first_may_go_on(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var other = await people.Bench.OtherOffice(people.Database);
        await PassOn(people, other.Id);
        (await Reopen(people)).ShouldBe("held-elsewhere", "the person is still on the way");
        await people.Exchange();
        (await Reopen(people)).ShouldBe("held-elsewhere");

        var waiting = (await people.Bench.Queue(other)).ShouldHaveSingleItem();
        await people.Bench.Return([waiting.Id], by: other);

        (await Reopen(people)).ShouldBeNull();
        (await people.Bench.Items())[0].CaseState.ShouldBe(CaseState.InWork);
        (await people.Exchange()).ShouldContain("Нового нет");
    }

    [Theory, BothDatabases]
    public async Task A_consent_withdrawn_on_the_way_stops_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var other = await people.Bench.OtherOffice(people.Database);
        await PassOn(people, other.Id);
        var study = (await people.Bench.Items())[0].EnrolmentId;

        await people.Bench.Use<WithdrawConsent, CardAnswer?>(
            people.Bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(study, ConsentPurpose.Transfer, AcceptedPeople.Today, "заявление"), Cancel));

        (await people.Exchange()).ShouldContain("Нового нет");
        (await people.Bench.Queue(other)).ShouldBeEmpty();
        (await people.Read(db => db.Cases.Where(row => row.PersonId != null).CountAsync(Cancel))).ShouldBe(0);
        var item = (await people.Bench.Items()).ShouldHaveSingleItem();
        (item.State, item.PassOnWords).ShouldBe((TransferItemState.ConsentWithdrawn, null));
    }

    [Theory, BothDatabases]
    public async Task Only_another_office_of_the_service_is_passed_on_to_and_only_whoever_was_handed_over(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var stranger = await people.Bench.OtherOffice(people.Database, "0000000201");
        (await people.Use<FindOtherOffices, IReadOnlyList<OtherOffice>>(find => find.Find(Cancel))).ShouldBeEmpty();
        (await Should.ThrowAsync<RuleViolation>(() => PassOn(people, stranger.Id))).Code.ShouldBe("office-missing");
        (await Should.ThrowAsync<RuleViolation>(() => PassOn(people, people.Bench.Centre.Id))).Code.ShouldBe("office-missing");
        var office = await people.Bench.OtherOffice(people.Database);
        (await Should.ThrowAsync<RuleViolation>(() => PassOn(people, office.Id, words: " "))).Message.ShouldContain("Напишите, почему передаёте");
        (await Should.ThrowAsync<RuleViolation>(() => PassOn(people, office.Id, seen: 0))).Code.ShouldBe("case-changed");
        (await people.Bench.Use<PassOnCase, bool>(office, pass => pass.PassOn(new PassOnInput(people.Id, people.Bench.Centre.Id, "Чужое", 1), Cancel))).ShouldBeFalse();
        (await people.Read(db => db.Cases.Select(row => row.State).SingleAsync(Cancel))).ShouldBe(CaseState.InWork);
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_passed_on_under_an_agreement_that_is_over(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var other = await people.Bench.OtherOffice(people.Database);
        await PassOn(people, other.Id);
        var agreement = await people.Bench.Use<MarshrutDb, Agreement>(people.Bench.College, db => db.Agreements.AsNoTracking().SingleAsync(Cancel));
        (await people.Bench.Use<EndAgreement, AgreementAnswer?>(
            people.Bench.College, end => end.End(new AgreementEnd(agreement.Id, AcceptedPeople.Today, "закрыт центр", agreement.Version), Cancel))).ShouldBe(AgreementAnswer.Written);

        (await people.Exchange()).ShouldContain("Нового нет");

        (await people.Bench.Queue(other)).ShouldBeEmpty();
        (await Reopen(people)).ShouldBeNull("the person is free");
        (await Should.ThrowAsync<RuleViolation>(() => PassOn(people, other.Id))).Code.ShouldBe("no-agreement");
        (await people.Read(db => db.Cases.Select(row => row.State).SingleAsync(Cancel))).ShouldBe(CaseState.InWork);
    }

    private static async Task<bool> PassOn(AcceptedPeople people, long to, string words = "Переехал к родителям, резюме готово", int? seen = null)
    {
        var version = seen ?? await people.Read(db => db.Cases.Where(row => row.Id == people.Id).Select(row => row.Version).SingleAsync(Cancel));
        return await people.Use<PassOnCase, bool>(pass => pass.PassOn(new PassOnInput(people.Id, to, words, version), Cancel));
    }

    /// <returns>Code of the refusal; null: it goes on.</returns>
    private static async Task<string?> Reopen(AcceptedPeople people)
    {
        var version = await people.Read(db => db.Cases.Where(row => row.Id == people.Id).Select(row => row.Version).SingleAsync(Cancel));
        try
        {
            await people.Use<ReopenCase, bool>(reopen => reopen.Reopen(people.Id, "Вернулся", version, Cancel));
            return null;
        }
        catch (RuleViolation refusal)
        {
            return refusal.Code;
        }
    }
}
