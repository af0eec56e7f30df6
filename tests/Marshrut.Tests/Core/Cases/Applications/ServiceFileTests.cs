using System.Text;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Applications;
using Marshrut.Core.Imports;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Cases.Applications;

/// <summary>What people have on ЕЦП; the present day is 23 November 2026.</summary>
public class ServiceFileTests
{
    private const string First = "112-233-445 95";
    private const string Second = "087-654-303 00";
    private const string Header = "СНИЛС;Вид заявления;№ заявления;Дата подачи;Статус;Дата статуса;Резюме;Тестирование;Анкета;Район";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_file_tells_of_our_people_alone_and_the_same_file_again_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await Accepted(database);
        string[] rows =
        [
            Header,
            $"{First};Содействие в поиске подходящей работы;Н-17;02.11.2026;На рассмотрении;05.11.2026;10.11.2026;да;;Каменский",
            "08765430300;Профессиональная ориентация;;20.11.2026;;;;;нет;",
            "112-233-445 96;Психологическая поддержка;;20.11.2026;;;;;;",
            "001-001-997 87;Психологическая поддержка;;20.11.2026;;;;;;",
            $"{Second};Профессиональное обучение;;завтра;;;;;;",
            $"{First};;;;;;;;;",
        ];
        var file = await Stage(people, rows);

        var view = (await Show(people, file))!;
        view.Problem.ShouldBeNull();
        (view.Report!.Read, view.Report.Created, view.Report.Rejected).ShouldBe((6, 2, 4));
        (await people.Read(db => db.ServiceApplications.CountAsync(Cancel))).ShouldBe(0, "only looked at");
        var report = (await Apply(people, file))!;

        report.Errors.Select(error => (error.Row, error.Code)).ShouldBe(
            [(4, "bad-snils"), (4, "required"), (5, "no-case"), (6, "bad-date"), (6, "bad-date"), (7, "nothing-told")], ignoreOrder: true);
        var card = await Details(people);
        card.Applications.Select(one => (one.Kind, one.FiledOn, one.Number, one.State, one.StateOn)).ShouldBe(
        [
            (ServiceKind.Test, AcceptedPeople.Today, null, ServiceState.Done, null),
            (ServiceKind.Cv, new DateOnly(2026, 11, 10), null, ServiceState.Done, null),
            (ServiceKind.JobSearch, new DateOnly(2026, 11, 2), "Н-17", ServiceState.InWork, new DateOnly(2026, 11, 5)),
        ]);
        (await Card(people, people.Id)).Story.Single(line => line.Entry.Kind == CaseEntryKind.Application).Text!.ShouldContain("заявление «поиск работы» от 02.11.2026, в работе; резюме, 10.11.2026; тестирование, 23.11.2026");
        (await Apply(people, file)).ShouldBeNull("a file is written once");
        (await people.Read(db => db.ServiceFiles.CountAsync(Cancel))).ShouldBe(0);

        var again = (await Apply(people, await Stage(people, rows)))!;
        (again.Created, again.Updated, again.Unchanged).ShouldBe((0, 0, 2));
        (await Apply(people, await Stage(people, Header, $"{First};Поиск работы;Н-17;02.11.2026;Услуга оказана;20.11.2026;;;;")))!.Updated.ShouldBe(1);
        (await Details(people)).Applications[^1].State.ShouldBe(ServiceState.Done);
    }

    /// <summary>З1.2: a CV is what characteristic 10 asks for, at the centre and at the college.</summary>
    [Theory, BothDatabases]
    public async Task A_cv_becomes_a_fact_on_both_sides_and_a_mistake_takes_it_back(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await Accepted(database);
        await Apply(people, await Stage(people, "СНИЛС;Резюме", $"{First};10.11.2026"));
        await people.Exchange();

        (await Fact(people, people.Bench.Centre)).Value.ShouldBe(FactValue.Yes);
        (await Fact(people, people.Bench.College)).Source.ShouldBe(FactSource.CentreRecord);

        var recorded = (await Details(people)).Applications.Single();
        (await people.Use<RemoveApplication, bool>(remove => remove.Remove(people.Id, recorded.Id, Cancel))).ShouldBeTrue();
        await people.Exchange();
        (await Fact(people, people.Bench.College)).IsEmpty.ShouldBeTrue();
        (await Details(people)).Applications.ShouldBeEmpty();
    }

    /// <summary>R8, and a portal's file repeats what a person has beside each of his applications.</summary>
    [Theory, BothDatabases]
    public async Task A_state_that_is_not_told_stays_and_a_cv_that_is_told_twice_is_one(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await Accepted(database);
        await Apply(people, await Stage(
            people,
            Header,
            $"{First};Поиск работы;Н-17;02.11.2026;Услуга оказана;20.11.2026;10.11.2026;;;",
            $"{First};Профориентация;Н-18;03.11.2026;Не оказана;;11.11.2026;;;"));
        (await Details(people)).Applications.Select(one => (one.Kind, one.State)).ShouldBe(
            [(ServiceKind.Cv, ServiceState.Done), (ServiceKind.CareerGuidance, ServiceState.Refused), (ServiceKind.JobSearch, ServiceState.Done)]);

        var again = (await Apply(people, await Stage(people, "СНИЛС;Услуга;Номер;Дата подачи", $"{First};Поиск работы;Н-17;02.11.2026")))!;

        (again.Updated, again.Unchanged).ShouldBe((0, 1));
        (await Details(people)).Applications[^1].ShouldSatisfyAllConditions(one => one.State.ShouldBe(ServiceState.Done), one => one.StateOn.ShouldBe(new DateOnly(2026, 11, 20)));
    }

    [Theory, BothDatabases]
    public async Task Columns_that_the_centre_names_are_remembered_and_do_not_touch_the_register(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await Accepted(database);
        string[] rows = ["СНИЛС;Госуслуга;Когда;Резюме", $"{First};Поиск работы;02.11.2026;"];
        var file = await Stage(people, rows);
        var first = (await Show(people, file))!;
        first.Report!.Errors.Single().Code.ShouldBe("nothing-told", "what the service is called is not known yet");

        await Remember(people, new() { [first.Columns[1].Key] = "service" });
        (await Show(people, file))!.Problem!.ShouldContain("Дата подачи");
        await Remember(people, new() { [first.Columns[1].Key] = "service", [first.Columns[2].Key] = "filedOn" });

        (await Show(people, file))!.Report!.Created.ShouldBe(1);
        (await Show(people, await Stage(people, rows)))!.Report!.Created.ShouldBe(1, "remembered for the next file");
        (await Should.ThrowAsync<RuleViolation>(() => Remember(people, new() { [first.Columns[1].Key] = "service", [first.Columns[2].Key] = "service" }))).Code.ShouldBe("field-twice");
        (await people.Use<RegisterIntake, int>(async intake => (await intake.Options(Cancel)).Mapping.Fields.Count(field => field.Value is "service" or "filedOn" && !field.Key.StartsWith("ецп", StringComparison.Ordinal))))
            .ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task What_is_no_table_is_refused_and_a_foreign_file_is_nobodys(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await Accepted(database);
        await Should.ThrowAsync<SpreadsheetProblem>(() => Stage(people, ""));
        await Should.ThrowAsync<SpreadsheetProblem>(() => Stage(people, "просто текст"));
        var file = await Stage(people, "СНИЛС;Резюме", $"{First};да");

        var other = await database.AddOrganization(OrganizationKind.EmploymentCentre, "other");
        (await people.Bench.Use<ShowServiceFile, ServiceFileView?>(other, show => show.Show(file, Cancel))).ShouldBeNull();
        (await people.Bench.Use<ApplyServiceFile, FileReport?>(other, apply => apply.Apply(file, Cancel))).ShouldBeNull();
        (await people.Bench.Use<DiscardServiceFile, bool>(other, discard => discard.Discard(file, Cancel))).ShouldBeFalse();
        (await people.Use<DiscardServiceFile, bool>(discard => discard.Discard(file, Cancel))).ShouldBeTrue();
        (await people.Read(db => db.ServiceApplications.CountAsync(Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_file_that_nobody_comes_back_to_goes(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await Accepted(database);
        await Stage(people, "СНИЛС;Резюме", $"{First};да");
        await Drop(database);
        (await people.Read(db => db.ServiceFiles.CountAsync(Cancel))).ShouldBe(1, "it waits a while");

        database.Clock.Advance(TimeSpan.FromDays(91));
        await Drop(database);

        (await people.Read(db => db.ServiceFiles.CountAsync(Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task By_hand_nothing_is_recorded_twice_and_days_must_be_possible(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await Accepted(database);
        var day = new DateOnly(2026, 11, 20);
        (await Record(people, ServiceKind.JobSearch, day, "Н-17")).ShouldBeTrue();

        (await Refused(people, ServiceKind.JobSearch, day, "Н-17")).ShouldBe("recorded-already");
        (await Refused(people, null, day)).ShouldBe("kind-missing");
        (await Refused(people, ServiceKind.Training, AcceptedPeople.Today.AddDays(1))).ShouldBe("filed-unusable");
        (await Refused(people, ServiceKind.Training, day, new string('1', 61))).ShouldBe("number-long");
        var known = (await Details(people)).Applications.Single();
        var seen = (await Card(people, people.Id)).Version;
        (await people.Use<RecordApplication, bool>(record => record.Record(
            new ApplicationInput(people.Id, known.Id, known.Kind, known.FiledOn, known.Number, ServiceState.Done, AcceptedPeople.Today, seen), Cancel))).ShouldBeTrue();
        (await Details(people)).Applications.Single().ShouldBe(known with { State = ServiceState.Done, StateOn = AcceptedPeople.Today });
        (await Should.ThrowAsync<RuleViolation>(() => people.Use<RecordApplication, bool>(record => record.Record(
            new ApplicationInput(people.Id, known.Id, known.Kind, known.FiledOn, known.Number, ServiceState.Done, null, seen), Cancel)))).Code.ShouldBe("case-changed");
        (await people.Use<RecordApplication, bool>(record => record.Record(new ApplicationInput(people.Cases[1], known.Id, known.Kind, day, null, null, null), Cancel)))
            .ShouldBeFalse("of another case");
    }

    /// <summary>R36: applications and their days stay with the stub, nothing that leads to the person does.</summary>
    [Theory, BothDatabases]
    public async Task After_a_withdrawal_the_stub_keeps_what_was_applied_for_without_its_number(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await Accepted(database);
        await Record(people, ServiceKind.JobSearch, new DateOnly(2026, 11, 20), "Н-17");
        var study = await people.Bench.Use<MarshrutDb, long>(people.Bench.College, db => db.Enrolments.Where(row => row.SortName.StartsWith("ЛИПОВА")).Select(row => row.Id).SingleAsync(Cancel));

        await people.Bench.Use<WithdrawConsent, CardAnswer?>(
            people.Bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(study, ConsentPurpose.Transfer, AcceptedPeople.Today, "заявление"), Cancel));

        (await people.Read(db => db.ServiceApplications.AsNoTracking().SingleAsync(Cancel)))
            .ShouldSatisfyAllConditions(row => row.Kind.ShouldBe(ServiceKind.JobSearch), row => row.Number.ShouldBeNull());
        (await people.Use<ShowCase, CaseCard?>(show => show.Show(people.Id, false, Cancel))).ShouldBeNull();
        (await Apply(people, await Stage(people, "СНИЛС;Резюме", $"{First};да")))!.Errors.Single().Code.ShouldBe("no-case");
    }

    [Theory, BothDatabases]
    public async Task One_line_of_the_journal_tells_of_each_person_and_one_of_the_file(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await Accepted(database);

        await Apply(people, await Stage(people, "СНИЛС;Резюме", $"{First};да", $"{Second};да"));

        (await people.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.ApplicationRecorded, Cancel))).ShouldBe(2);
        (await people.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.ApplicationsImported, Cancel))).ShouldBe(1);
    }

    private static async Task Drop(TestDatabase database)
    {
        await using var scope = database.EnterInstallation("system:schedule");
        (await scope.ServiceProvider.GetRequiredService<RunJobNow>().Run("drop-service-files", new { }, null, Cancel)).State.ShouldBe(JobState.Done);
    }

    /// <summary>Липова with the first number, Ольхова with the second.</summary>
    private static Task<AcceptedPeople> Accepted(TestDatabase database) =>
        AcceptedPeople.Of(database, Line(1, "Липова", snils: First), Line(2, "Ольхова", snils: Second, phone: "+79000000111"));

    private static Task<long> Stage(AcceptedPeople people, params string[] lines) =>
        people.Use<StageServiceFile, long>(stage => stage.Stage(Encoding.UTF8.GetBytes(string.Join('\n', lines)), Cancel));

    private static Task<ServiceFileView?> Show(AcceptedPeople people, long file) => people.Use<ShowServiceFile, ServiceFileView?>(show => show.Show(file, Cancel));

    private static Task<FileReport?> Apply(AcceptedPeople people, long file) => people.Use<ApplyServiceFile, FileReport?>(apply => apply.Apply(file, Cancel));

    private static Task<bool> Remember(AcceptedPeople people, Dictionary<string, string> chosen) => people.Use<RememberServiceColumns, bool>(async remember =>
    {
        await remember.Remember(chosen, Cancel);
        return true;
    });

    private static Task<bool> Record(AcceptedPeople people, ServiceKind? kind, DateOnly day, string? number = null) =>
        people.Use<RecordApplication, bool>(record => record.Record(new ApplicationInput(people.Id, null, kind, day, number, null, null), Cancel));

    private static async Task<string> Refused(AcceptedPeople people, ServiceKind? kind, DateOnly day, string? number = null) =>
        (await Should.ThrowAsync<RuleViolation>(() => Record(people, kind, day, number))).Code;

    private static async Task<CaseCard> Card(AcceptedPeople people, long id) => (await people.Use<ShowCase, CaseCard?>(show => show.Show(id, false, Cancel)))!;

    private static Task<FactEntry> Fact(AcceptedPeople people, Marshrut.Core.Organizations.Organization of) => people.Bench.Use<IServiceProvider, FactEntry>(of, async services =>
    {
        var (db, sealer) = ((MarshrutDb)services.GetService(typeof(MarshrutDb))!, (Sealer)services.GetService(typeof(Sealer))!);
        var study = await db.Enrolments.AsNoTracking().SingleAsync(row => row.SortName.StartsWith("ЛИПОВА"), Cancel);
        return sealer.OpenEnrolmentFacts(study.Facts, study.Id).Get(FactCode.JobSearchPreparation, FactRank.SystemRecord);
    });

    private static async Task<CaseDetails> Details(AcceptedPeople people, long? id = null)
    {
        var card = await Card(people, id ?? people.Id);
        return await people.Use<ShowCaseDetails, CaseDetails>(show => show.Show(card, Cancel));
    }
}
