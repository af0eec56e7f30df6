using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Risk;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Cases.Crossing;

/// <summary>What goes on between the two registers after an acceptance (R41).</summary>
public class ExchangeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task New_contacts_and_status_of_the_college_come_to_the_centre_and_what_the_centre_found_out_itself_stands(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        (await people.Exchange()).ShouldContain("Нового нет");
        await Centre(people, person => person.Email = "svoy@example.org");

        await College(people, (person, study) =>
        {
            person.Phone = "+79000000777";
            person.DistrictAfter = "Каменский";
            study.Status = EnrolmentStatus.Graduate;
        });
        (await people.Exchange()).ShouldContain("Новые контакты и статусы: 1");

        var (phone, email, district, status) = await People(people);
        (phone, email, district, status).ShouldBe(("+79000000777", "svoy@example.org", "Каменский", EnrolmentStatus.Graduate));
        var card = (await people.Use<ShowCase, CaseCard?>(show => show.Show(people.Id, false, Cancel)))!;
        card.Story[0].Entry.Kind.ShouldBe(CaseEntryKind.News);
        card.Story[0].Text!.ShouldContain("телефон " + PhoneNumbers.Format("+79000000777"));
        (await people.Read(db => db.Evidence.CountAsync(row => row.Source == EvidenceSource.Transfer, Cancel))).ShouldBe(2);
        (await people.Exchange()).ShouldContain("Нового нет", Shouldly.Case.Sensitive, "told once");
        await Centre(people, person => person.Phone = "+79000000999");
        (await people.Exchange()).ShouldContain("Нового нет");
        (await People(people)).Phone.ShouldBe("+79000000999", "the college has told nothing since");
        (await people.Bench.Use<MarshrutDb, int>(people.Bench.College, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.ContactsTold, Cancel))).ShouldBe(1);
    }

    /// <summary>R8 and R36: «неизвестно» in a file takes a consent away, and what rests on it ends.</summary>
    [Theory, BothDatabases]
    public async Task A_consent_that_a_file_erased_stops_whoever_waits_or_is_worked_with(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Вязова"));
        await people.Bench.Send(await people.Bench.Confirmed(Line(2, "Грабова"), Line(3, "Дубова")));
        (await people.Exchange()).ShouldContain("Нового нет");
        await people.Bench.Proposed(Line(1, "Вязова", consent: "неизвестно"), Line(2, "Грабова", consent: "неизвестно"), Line(3, "Дубова", consent: ""));

        (await people.Exchange()).ShouldContain("остановлены без согласия: 2");

        (await people.Bench.Queue()).Select(line => line.LastName).ShouldBe(["Дубова"], "a blank cell erases nothing");
        (await people.Read(db => db.Cases.Where(row => row.PersonId != null).CountAsync(Cancel))).ShouldBe(0);
        (await people.Read(db => db.People.CountAsync(Cancel))).ShouldBe(0);
        (await people.Bench.Use<MarshrutDb, int>(people.Bench.College, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.HandoverStopped, Cancel))).ShouldBe(2);
        (await people.Exchange()).ShouldContain("Нового нет");
    }

    [Theory, BothDatabases]
    public async Task Nothing_is_told_of_people_who_wait_were_returned_or_whose_case_has_ended(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Липова"), Line(2, "Ольхова"));
        var version = await people.Read(db => db.Cases.Where(row => row.Id == people.Id).Select(row => row.Version).SingleAsync(Cancel));
        await people.Use<CloseCase, bool>(close => close.Close(new CaseClosing(people.Id, CaseOutcome.Moved, AcceptedPeople.Today, null, null, null, version), Cancel));

        await College(people, (person, _) => person.Phone = "+79000000777");
        await people.Exchange();

        (await people.Read(db => db.People.OrderBy(row => row.SortName).Select(row => row.Phone).ToListAsync(Cancel))).ShouldBe(["+79000000110", "+79000000777"]);
    }

    [Theory, BothDatabases]
    public async Task A_step_that_is_done_becomes_evidence_on_both_sides_and_the_level_of_the_college_is_determined_anew(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова", orphan: "нет", place: "нет"));
        await people.Make("workplace");
        (await Current(people)).IsHigh.ShouldBeTrue();

        await people.Mark("Трудовой договор", StepState.Done, "ООО «Берег»");
        (await people.Exchange()).ShouldContain("сведения о сделанном: 1");

        (await Fact(people, people.Bench.College, FactCode.CertainWorkplace)).Source.ShouldBe(FactSource.CentreRecord);
        (await Fact(people, people.Bench.Centre, FactCode.CertainWorkplace)).Value.ShouldBe(FactValue.Yes);
        var now = await Current(people);
        (now.IsHigh, now.Status).ShouldBe((false, AssessmentStatus.Proposed));
        (await people.Bench.Use<MarshrutDb, int>(people.Bench.College, db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.FactReturned, Cancel))).ShouldBe(1);

        await people.Mark("Трудовой договор", StepState.Ahead);
        await people.Exchange();
        (await Fact(people, people.Bench.College, FactCode.CertainWorkplace)).IsEmpty.ShouldBeTrue();
        (await Current(people)).IsHigh.ShouldBeTrue("the mark was a mistake");
        (await people.Exchange()).ShouldContain("Нового нет");
    }

    /// <summary>R24: one step at a centre does not say that the college keeps such records, or everybody else would lack one.</summary>
    [Theory, BothDatabases]
    public async Task A_step_at_the_centre_makes_no_records_kept(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Липова"), Line(2, "Ольхова"));
        await people.Make("preparation");
        await people.Mark("Резюме", StepState.Done);
        await people.Exchange();

        await people.Bench.Use<AssessOrganization, AssessmentCounts>(people.Bench.College, assess => assess.Assess(new AssessOrganizationInput(AcceptedPeople.Today, false), Cancel));

        var blocks = await people.Bench.Use<IServiceProvider, List<AssessmentBlock>>(people.Bench.College, async services =>
        {
            var (db, sealer) = ((MarshrutDb)services.GetService(typeof(MarshrutDb))!, (Sealer)services.GetService(typeof(Sealer))!);
            return (await db.Assessments.Where(row => row.IsCurrent).OrderBy(row => row.SortName).ToListAsync(Cancel)).ConvertAll(row => sealer.OpenAssessment(row.Block, row.Id));
        });
        blocks.Select(block => block.Found.StateOf((int)FactCode.JobSearchPreparation)).ShouldBe([CharacteristicState.Absent, CharacteristicState.Unknown]);
    }

    [Theory, BothDatabases]
    public async Task After_a_withdrawal_nothing_of_the_plan_is_left_and_of_an_own_case_only_what_the_centre_stated(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова", place: "нет"));
        await people.Make("workplace");
        await people.Agree();
        await people.Visit(new DateOnly(2026, 11, 30), "15:30");
        await people.Mark("Трудовой договор", StepState.Done, "ООО «Берег»");
        var version = await people.Read(db => db.Cases.Select(row => row.Version).SingleAsync(Cancel));
        await people.Use<CloseCase, bool>(close => close.Close(new CaseClosing(people.Id, CaseOutcome.Moved, AcceptedPeople.Today, null, null, null, version), Cancel));
        var study = await people.Read(db => db.Enrolments.Select(row => row.Id).SingleAsync(Cancel));
        await people.Use<OpenOwnCase, long?>(open => open.Open(study, people.Curator, Cancel));
        var seen = await people.Read(async db => new SeenCard((await db.People.SingleAsync(Cancel)).Version, (await db.Enrolments.SingleAsync(Cancel)).Version, database.Clock.GetUtcNow().UtcDateTime));
        (await people.Use<EnterFact, CardAnswer?>(enter => enter.Enter(new FactByHand(study, FactCode.FieldExperience, FactValue.Yes, "дневник", null, null, "показала", seen), Cancel)))!.IsWritten.ShouldBeTrue();

        var enrolment = await people.Bench.Use<MarshrutDb, long>(people.Bench.College, db => db.Enrolments.Select(row => row.Id).SingleAsync(Cancel));
        await people.Bench.Use<WithdrawConsent, CardAnswer?>(
            people.Bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(enrolment, ConsentPurpose.Transfer, AcceptedPeople.Today, "заявление"), Cancel));

        (await people.Read(db => db.Plans.CountAsync(Cancel))).ShouldBe(0);
        (await people.Read(db => db.PlanSteps.CountAsync(Cancel))).ShouldBe(0);
        (await people.Read(db => db.PlanVersions.CountAsync(Cancel))).ShouldBe(0);
        (await people.Read(db => db.Visits.CountAsync(Cancel))).ShouldBe(0);
        var item = (await people.Bench.Items()).Single();
        (item.Progress, item.Contacts, item.PlanMadeOn).ShouldBe((null, null, null));
        (await people.Read(db => db.People.CountAsync(Cancel))).ShouldBe(1, "she came by herself too");
        (await Fact(people, people.Bench.Centre, FactCode.CertainWorkplace)).IsEmpty.ShouldBeTrue("told by the college and by a step of that case");
        (await Fact(people, people.Bench.Centre, FactCode.FieldExperience)).Value.ShouldBe(FactValue.Yes, "stated by the centre's own staff");
        (await PersonFact(people, FactCode.Orphan)).IsEmpty.ShouldBeTrue("handed over under the consent that was withdrawn");
        (await people.Read(db => db.Evidence.CountAsync(row => row.Source == EvidenceSource.Transfer || row.Source == EvidenceSource.Plan, Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task An_edit_by_hand_orders_the_exchange(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Ольхова"));
        var college = people.Bench.College;
        var enrolment = await people.Bench.Use<MarshrutDb, Enrolment>(college, db => db.Enrolments.AsNoTracking().SingleAsync(Cancel));
        var person = await people.Bench.Use<MarshrutDb, Person>(college, db => db.People.AsNoTracking().SingleAsync(Cancel));
        var typed = PersonValues.Of(person).Fields().Where(field => !field.Key.StartsWith("consent", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Text);
        typed["phone"] = "+7 900 000-08-88";

        var answer = await people.Bench.Use<EditPerson, CardAnswer?>(
            college, edit => edit.Edit(new PersonEdit(enrolment.Id, typed, "новый номер", new SeenCard(person.Version, enrolment.Version, database.Clock.GetUtcNow().UtcDateTime)), Cancel));

        answer!.IsWritten.ShouldBeTrue();
        await using var scope = database.EnterInstallation();
        var jobs = await ((Marshrut.Core.Platform.Jobs.ListJobs)scope.ServiceProvider.GetService(typeof(Marshrut.Core.Platform.Jobs.ListJobs))!).List(null, 50, unfinishedOnly: false, Cancel);
        jobs.Rows.ShouldContain(job => job.Run.Kind == "exchange-handed" && job.Run.OrganizationId == college.Id);
    }

    private static Task<int> Centre(AcceptedPeople people, Action<Person> change) => people.Read(async db =>
    {
        change(await db.People.SingleAsync(Cancel));
        return await db.SaveChangesAsync(Cancel);
    });

    private static Task<int> College(AcceptedPeople people, Action<Person, Enrolment> change) => people.Bench.Use<MarshrutDb, int>(people.Bench.College, async db =>
    {
        foreach (var study in await db.Enrolments.ToListAsync(Cancel))
        {
            change(await db.People.SingleAsync(row => row.Id == study.PersonId, Cancel), study);
        }

        return await db.SaveChangesAsync(Cancel);
    });

    private static Task<(string? Phone, string? Email, string? District, EnrolmentStatus Status)> People(AcceptedPeople people) => people.Read(async db =>
    {
        var (person, study) = (await db.People.AsNoTracking().SingleAsync(Cancel), await db.Enrolments.AsNoTracking().SingleAsync(Cancel));
        return (person.Phone, person.Email, person.DistrictAfter, study.Status);
    });

    private static Task<Assessment> Current(AcceptedPeople people) =>
        people.Bench.Use<MarshrutDb, Assessment>(people.Bench.College, db => db.Assessments.AsNoTracking().SingleAsync(row => row.IsCurrent, Cancel));

    private static Task<FactEntry> Fact(AcceptedPeople people, Marshrut.Core.Organizations.Organization by, FactCode code) =>
        people.Bench.Use<IServiceProvider, FactEntry>(by, async services =>
        {
            var (db, sealer) = ((MarshrutDb)services.GetService(typeof(MarshrutDb))!, (Sealer)services.GetService(typeof(Sealer))!);
            var study = await db.Enrolments.AsNoTracking().SingleAsync(Cancel);
            return sealer.OpenEnrolmentFacts(study.Facts, study.Id) is var facts && facts.Get(code, FactRank.SystemRecord) is { IsEmpty: false } record ? record
                : code == FactCode.FieldExperience ? facts.Get(code, FactRank.Stated) : default;
        });

    private static Task<FactEntry> PersonFact(AcceptedPeople people, FactCode code) => people.Use<IServiceProvider, FactEntry>(async services =>
    {
        var (db, sealer) = ((MarshrutDb)services.GetService(typeof(MarshrutDb))!, (Sealer)services.GetService(typeof(Sealer))!);
        var person = await db.People.AsNoTracking().SingleAsync(Cancel);
        return sealer.OpenPersonFacts(person.Facts, person.Id).Get(code, FactRank.Stated);
    });
}
