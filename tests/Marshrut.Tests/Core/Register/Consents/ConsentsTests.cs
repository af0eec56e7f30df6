using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Register.Consents;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Register.Consents;

/// <summary>The present day is 23 November 2026.</summary>
public class ConsentsTests
{
    private static readonly DateOnly Signed = new(2026, 11, 20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_group_is_signed_at_once_and_whoever_cannot_be_is_told_and_stops_nobody(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        var people = await Loaded(bench, Line(1, "Ахматова", consent: ""), Line(2, "Борисова", consent: "", birth: "01.05.2010"), Line(3, "Ветрова", consent: "22.11.2026"));

        var answer = await Sign(bench, people.Values.Select(id => new Signature(id)));

        answer.Written.ShouldBe([people["АХМАТОВА"]]);
        answer.Refused[people["БОРИСОВА"]].Field.ShouldBe("representative");
        answer.Refused[people["ВЕТРОВА"]].Sentence.ShouldContain("22.11.2026");
        (await Sign(bench, [new Signature(people["БОРИСОВА"], " Борисова  Анна Сергеевна, мать ")])).Written.Count.ShouldBe(1);
        var list = await List(bench, ConsentState.Given);
        list.Found.Count.ShouldBe(3);
        var minor = list.Found.Single(line => line.EnrolmentId == people["БОРИСОВА"]).Transfer;
        minor.ByRepresentative.ShouldBeTrue();
        minor.RecipientId.ShouldBe(bench.Centre.Id);
        minor.EndsOn.ShouldBe(new DateOnly(2029, 11, 19));
        (await Trail(bench, people["БОРИСОВА"])).Single().Representative.ShouldBe("Борисова Анна Сергеевна, мать");
        (await Journal(bench, AuditActions.ConsentSigned)).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_mistaken_entry_is_undone_as_if_nobody_had_signed_but_not_what_came_after(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        var people = await Loaded(bench, Line(1, "Ахматова", consent: ""), Line(2, "Борисова", consent: "01.09.2026"), Line(3, "Ветрова", consent: ""));
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await Sign(bench, people.Values.Select(id => new Signature(id)));
        answer.Written.Count.ShouldBe(3);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Use<WithdrawConsent, CardAnswer?>(
            bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(people["ВЕТРОВА"], ConsentPurpose.Transfer, Signed, "передумала"), Cancel));
        database.Clock.Advance(TimeSpan.FromMinutes(1));

        (await Undo(bench, answer.At, "user:8")).Undone.ShouldBe(0, "only whoever recorded them");
        (await Undo(bench, answer.At)).ShouldBe(new UnsignedConsents(2, 1));

        var days = await bench.Use<MarshrutDb, Dictionary<string, DateOnly?>>(
            bench.College, db => db.People.ToDictionaryAsync(row => row.LastName, row => row.TransferConsentOn, Cancel));
        days.ShouldBe(new Dictionary<string, DateOnly?> { ["Ахматова"] = null, ["Борисова"] = new DateOnly(2026, 9, 1), ["Ветрова"] = null }, ignoreOrder: true);
        (await Trail(bench, people["АХМАТОВА"])).ShouldBeEmpty();
        (await Undo(bench, answer.At)).Undone.ShouldBe(0);
        (await Sign(bench, [new Signature(people["АХМАТОВА"])], new DateOnly(2026, 9, 2))).Written.Count.ShouldBe(1, "an undone entry is no withdrawal");
    }

    [Theory, BothDatabases]
    public async Task An_entry_that_a_transfer_rests_on_stays(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        var ids = await bench.Confirmed(Line(1, "Ахматова", consent: ""));
        var answer = await Sign(bench, ids.Select(id => new Signature(id)));
        await bench.Send(ids);

        (await Undo(bench, answer.At)).ShouldBe(new UnsignedConsents(0, 1));
    }

    [Theory, BothDatabases]
    public async Task A_consent_whose_term_ran_out_allows_no_transfer_and_stops_what_goes_on(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        var ids = await bench.Confirmed(Line(1, "Ахматова", consent: ""), Line(2, "Борисова", consent: ""));
        await Adopt(bench, term: 1, seen: 0);
        await Sign(bench, ids.Select(id => new Signature(id)), new DateOnly(2026, 11, 1));
        (await List(bench, ConsentState.Expiring)).Found.Count.ShouldBe(2);
        await bench.Send([ids[0]]);
        (await bench.Queue()).Count.ShouldBe(1);
        database.Clock.Advance(TimeSpan.FromDays(8));

        var draft = await bench.Draft(await bench.Compose([ids[1]]));
        draft.Missing.ShouldHaveSingleItem().Problems.ShouldContain(TransferProblem.NoConsent);
        await End(database);

        (await bench.Queue()).ShouldBeEmpty("the purpose ceased for the other side too");
        (await bench.Items()).ShouldHaveSingleItem().State.ShouldBe(TransferItemState.ConsentWithdrawn);
        var list = await List(bench, ConsentState.Withdrawn);
        list.Found.Select(line => line.Transfer.WithdrawnOn).ShouldAllBe(day => day == new DateOnly(2026, 12, 1));
        await End(database);
        (await Journal(bench, AuditActions.ConsentWithdrawn)).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_newer_document_outlives_the_term_of_an_older_one(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        var people = await Loaded(bench, Line(1, "Ахматова", consent: ""));
        await Adopt(bench, term: 1, seen: 0);
        await Sign(bench, [new Signature(people["АХМАТОВА"])], new DateOnly(2026, 11, 1));
        await Adopt(bench, term: null, seen: 1);
        await Sign(bench, [new Signature(people["АХМАТОВА"])], new DateOnly(2026, 11, 20));
        database.Clock.Advance(TimeSpan.FromDays(60));

        await End(database);

        (await List(bench, ConsentState.Given)).Found.ShouldHaveSingleItem().Transfer.EndsOn.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_consent_of_a_representative_is_to_be_signed_anew_at_eighteen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        var people = await Loaded(bench, Line(1, "Ахматова", consent: "", birth: "24.11.2008"), Line(2, "Борисова", consent: "01.09.2026", birth: "22.11.2008"));
        await Sign(bench, [new Signature(people["АХМАТОВА"], "Ахматова Инна Львовна, мать")]);

        (await List(bench, ConsentState.Outgrown)).Found.ShouldHaveSingleItem().EnrolmentId.ShouldBe(people["БОРИСОВА"]);
        database.Clock.Advance(TimeSpan.FromDays(1));
        (await List(bench, ConsentState.Outgrown)).Found.Count.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_consent_for_one_office_of_a_service_is_good_for_its_other_offices(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        var ids = await bench.Confirmed(Line(1, "Ахматова", consent: ""));
        var other = await database.AddOrganization(OrganizationKind.EmploymentCentre, "czn-other");
        var toOther = new HandoverBench(database.Services, database.Clock, bench.College, other);
        await toOther.Agree();
        await Sign(bench, ids.Select(id => new Signature(id)), recipient: bench.Centre.Id);

        var before = await toOther.Draft(await toOther.Compose(ids));
        before.Missing.ShouldHaveSingleItem().Problems.ShouldBe([TransferProblem.ConsentNamesAnother]);
        foreach (var centre in new[] { bench.Centre, other })
        {
            await using var installation = database.EnterInstallation();
            await installation.ServiceProvider.GetRequiredService<ChangeOrganization>().Change(
                centre.Code, new OrganizationChange(centre.Name, null, RiskBasis.Own, "ГКУ «Центр занятости»", "7707083893", "ул. Мира, 1"), Cancel);
        }

        (await toOther.Send(ids)).Sent.ShouldBe(1);
        var service = await bench.Use<FindServiceOffices, EmploymentService?>(bench.College, find => find.Find(other.Id, Cancel));
        service!.Offices.Count.ShouldBe(2);
        service.LegalName.ShouldBe("ГКУ «Центр занятости»");
    }

    [Theory, BothDatabases]
    public async Task Sheets_are_filled_in_for_each_and_the_journal_knows(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);
        await Loaded(bench, Line(1, "Ахматова", consent: ""), Line(2, "Борисова", consent: "", birth: "01.05.2010"));

        var blanks = await bench.Use<PrintConsentBlanks, ConsentBlanks>(
            bench.College, print => print.Print(new ConsentFilter(ConsentPurpose.Transfer, ConsentState.Missing, null, null), [], bench.Centre.Id, Cancel));

        blanks.Sheets.Select(sheet => sheet.IsMinor).ShouldBe([false, true]);
        blanks.Sheets[0].Paragraphs[0].ShouldStartWith("Я, Ахматова Вера, дата рождения 01.05.2007, даю согласие");
        blanks.Sheets[1].Paragraphs[0].ShouldContain("законный представитель несовершеннолетнего: Борисова Вера");
        blanks.Sheets.ShouldAllBe(sheet => sheet.Paragraphs.All(paragraph => !paragraph.Contains('{')));
        blanks.Sheets[0].Paragraphs[0].ShouldContain(bench.Centre.Name);
        (await Journal(bench, AuditActions.Exported)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_text_has_versions_and_a_second_editor_is_told(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await HandoverBench.Create(database);

        (await Adopt(bench, term: 12, seen: 0)).Number.ShouldBe(1);
        var late = await Adopt(bench, term: 24, seen: 0);
        late.Number.ShouldBeNull();
        late.Newer!.TermMonths.ShouldBe(12);
        (await Adopt(bench, term: 24, seen: 1)).Number.ShouldBe(2);
        (await Adopt(bench, term: 0, seen: 2)).Problems.ShouldHaveSingleItem().Field.ShouldBe("termMonths");
        var all = await bench.Use<FindConsentText, IReadOnlyList<ConsentTextVersion>>(bench.College, find => find.Find(ConsentPurpose.Transfer, Cancel));
        all.Select(version => version.Number).ShouldBe([2, 1, 0]);
        (await bench.Use<FindConsentText, IReadOnlyList<ConsentTextVersion>>(bench.Centre, find => find.Find(ConsentPurpose.Transfer, Cancel))).Count.ShouldBe(1, "texts are the organisation's own");
    }

    private static string Line(int number, string surname, string consent, string birth = "01.05.2007") =>
        HandoverBench.Line(number, surname, consent: consent).Replace("01.05.2007", birth, StringComparison.Ordinal);

    private static async Task<Dictionary<string, long>> Loaded(HandoverBench bench, params string[] lines)
    {
        await bench.Proposed(lines);
        return await bench.Use<MarshrutDb, Dictionary<string, long>>(
            bench.College, db => db.Enrolments.ToDictionaryAsync(row => row.SortName.Substring(0, row.SortName.IndexOf(' ')), row => row.Id, Cancel));
    }

    private static Task<SignedAnswer> Sign(HandoverBench bench, IEnumerable<Signature> signatures, DateOnly? day = null, long? recipient = null) =>
        bench.Use<SignConsents, SignedAnswer>(
            bench.College, sign => sign.Sign(new SignedConsents(ConsentPurpose.Transfer, day ?? Signed, [.. signatures], recipient), Cancel));

    private static Task<UnsignedConsents> Undo(HandoverBench bench, DateTime at, string actor = "user:7") =>
        bench.Use<UnsignConsents, UnsignedConsents>(bench.College, undo => undo.Undo(at, Cancel), actor);

    private static Task<ConsentList> List(HandoverBench bench, ConsentState state) =>
        bench.Use<ListConsents, ConsentList>(bench.College, list => list.List(new ConsentFilter(ConsentPurpose.Transfer, state, null, null), Cancel));

    private static Task<ConsentTextAnswer> Adopt(HandoverBench bench, int? term, int seen) => bench.Use<AdoptConsentText, ConsentTextAnswer>(
        bench.College,
        adopt => adopt.Adopt(
            new ConsentTextDraft(
                ConsentPurpose.Transfer,
                "Я, {подписывает}, даю согласие {организация} передать мои данные: {получатель}. Цель: содействие в трудоустройстве и сопровождение. Действует {срок}.",
                term,
                seen),
            Cancel));

    private static Task<List<Consent>> Trail(HandoverBench bench, long enrolmentId) => bench.Use<IServiceProvider, List<Consent>>(bench.College, async services =>
    {
        var db = services.GetRequiredService<MarshrutDb>();
        var person = await db.Enrolments.Where(row => row.Id == enrolmentId).Select(row => row.PersonId).SingleAsync(Cancel);
        return [.. (await ConsentTrail.Read(db, services.GetRequiredService<Marshrut.Core.Platform.Encryption.Sealer>(), [person], Cancel))[person]];
    });

    private static Task<int> Journal(HandoverBench bench, string action) => bench.Use<MarshrutDb, int>(
        bench.College, db => db.AuditEntries.CountAsync(row => row.Action == action && row.Chain == AuditLog.ChainOf(bench.College.Id), Cancel));

    private static async Task End(TestDatabase database)
    {
        await using var scope = database.EnterInstallation("system:schedule");
        (await scope.ServiceProvider.GetRequiredService<RunJobNow>().Run("end-expired-consents", new { }, null, Cancel)).State.ShouldBe(JobState.Done);
    }
}
