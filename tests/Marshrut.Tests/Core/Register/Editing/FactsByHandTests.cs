using Marshrut.Core.Imports.Undoing;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Core.Register.Editing;

public class FactsByHandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_fact_by_hand_replaces_the_value_of_an_older_file_and_yields_to_a_record_in_the_system(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("2");
        var end = bench.Database.Clock.Today.AddYears(1);

        (await bench.Enter(id, FactCode.Orphan, FactValue.Yes, to: end)).IsWritten.ShouldBeTrue();

        var facts = await bench.PersonFacts(id);
        var stated = facts.Get(FactCode.Orphan, FactRank.Stated);
        (stated.Value, stated.Source, stated.ValidTo.Day).ShouldBe((FactValue.Yes, FactSource.Manual, end));
        facts.Resolve(FactCode.Orphan, bench.Database.Clock.Today).Value.ShouldBe(FactValue.Yes);
        facts.Set(FactCode.Orphan, FactEntry.Recorded(FactValue.No, bench.Database.Clock.Today.AddDays(-30)));
        facts.Resolve(FactCode.Orphan, bench.Database.Clock.Today).Value.ShouldBe(FactValue.No, "an older record in the system outweighs a newer statement");

        var card = await bench.Card(id);
        var shown = card.Facts.First(fact => fact.Fact == FactCode.Orphan);
        (shown.Value, shown.Source, shown.Document, shown.ValidTo, shown.IsReplaced).ShouldBe(("да", "внесено вручную", "справка № 14", end, false));
        card.Facts.Count(fact => fact.Title == shown.Title && fact.IsReplaced).ShouldBe(1, "the file's «нет» is kept as history");
        card.History[0].Sentence.ShouldContain("Сирота или без попечения родителей: нет → да");
    }

    [Theory, BothDatabases]
    public async Task A_mistake_is_taken_back_by_a_row_and_what_stood_before_stands_again(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("2");
        await bench.Enter(id, FactCode.Orphan, FactValue.Yes);

        (await bench.Withdraw(id, FactCode.Orphan)).IsWritten.ShouldBeTrue();

        var stated = (await bench.PersonFacts(id)).Get(FactCode.Orphan, FactRank.Stated);
        (stated.Value, stated.Source).ShouldBe((FactValue.No, FactSource.Import));
        (await bench.Read(db => db.Evidence.CountAsync(row => row.Source == EvidenceSource.Manual, Cancel))).ShouldBe(2, "nothing is deleted");
        (await bench.Card(id)).History[0].Sentence.ShouldBe("Отозвано ошибочное сведение. Сирота или без попечения родителей: да → нет. Причина: внесли не тому.");

        (await bench.Withdraw(id, FactCode.Orphan)).IsWritten.ShouldBeTrue();
        (await bench.PersonFacts(id)).Get(FactCode.Orphan, FactRank.Stated).IsEmpty.ShouldBeTrue("a second taking back leaves nothing stated");
        (await bench.Withdraw(id, FactCode.Orphan)).IsWritten.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Answers_of_11_and_12_are_their_own_words_and_others_are_refused(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("6");

        (await bench.Enter(id, FactCode.CertainWorkplace, FactValue.SignedContract)).IsWritten.ShouldBeTrue();
        (await bench.Enter(id, FactCode.WorksInField, FactValue.NotWorking)).IsWritten.ShouldBeTrue();
        (await bench.Enter(id, FactCode.Orphan, FactValue.NotWorking)).Problems.Keys.ShouldBe(["value"]);
        (await bench.Card(id)).Facts.Select(fact => fact.Value).ShouldContain("подписан договор");
    }

    [Theory, BothDatabases]
    public async Task Health_needs_its_consent_and_leaves_with_it_R2(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("6");
        await bench.Assess();

        (await bench.Enter(id, FactCode.Disability, FactValue.Yes)).Problems["fact"].ShouldContain("нет согласия");
        (await bench.Sign(id, ConsentPurpose.Health, bench.Database.Clock.Today.AddDays(1))).IsWritten.ShouldBeFalse("a day to come");
        (await bench.Sign(id, ConsentPurpose.Health)).IsWritten.ShouldBeTrue();
        (await bench.Enter(id, FactCode.Disability, FactValue.Yes)).IsWritten.ShouldBeTrue();
        await bench.Use<AssessPerson, bool>(assess => assess.Assess(id, Cancel));

        var plain = await bench.Card(id);
        plain.Facts.ShouldBeEmpty("never at once");
        plain.History.Select(one => one.Sentence).ShouldContain("Внесено сведение. Сведение, которое не показывается сразу. Причина: по заявлению студента.");
        plain.Current!.IsHigh.ShouldBeTrue();
        (await bench.Card(id, FactAccess.Special)).Facts.Single().Title.ShouldBe("Инвалидность или ОВЗ");
        (await bench.Read(db => db.AuditEntries.CountAsync(row => row.Action == AuditActions.SpecialRead, Cancel))).ShouldBe(1);

        (await bench.WithdrawConsent(id, ConsentPurpose.Health)).IsWritten.ShouldBeTrue();

        var facts = await bench.PersonFacts(id);
        (facts.HealthConsentOn.Day, facts.Get(FactCode.Disability, FactRank.Stated).IsEmpty).ShouldBe((null, true));
        var after = await bench.Card(id, FactAccess.Special);
        after.Facts.ShouldBeEmpty("neither value nor source without the consent");
        after.Consents.ShouldContain(consent => consent.Purpose == ConsentPurpose.Health && consent.WithdrawnOn == bench.Database.Clock.Today);
        (after.Current!.IsHigh, after.Stale).ShouldBe((false, null), "the level no longer rests on it");
    }

    [Theory, BothDatabases]
    public async Task Offences_are_entered_by_permitted_staff_of_an_employment_centre_alone_R1(DatabaseProvider provider)
    {
        await using var college = await CardBench.Create(provider);
        await using var centre = await CardBench.Create(provider, OrganizationKind.EmploymentCentre);
        var (ofCollege, ofCentre) = (await college.Find("2"), await centre.Find("2"));

        (await college.Enter(ofCollege, FactCode.PriorOffence, FactValue.Yes, restricted: true)).Problems["fact"].ShouldBe("Выберите, о чём сведение.");
        (await centre.Enter(ofCentre, FactCode.PriorOffence, FactValue.Yes)).Problems["fact"].ShouldBe("Выберите, о чём сведение.");
        (await centre.Enter(ofCentre, FactCode.PriorOffence, FactValue.Yes, restricted: true)).IsWritten.ShouldBeTrue();
        var card = await centre.Card(ofCentre);
        card.Facts.ShouldNotContain(fact => fact.Title.Contains("правонарушения", StringComparison.OrdinalIgnoreCase));
        card.History.ShouldNotContain(one => one.Sentence.Contains("правонарушения", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, BothDatabases]
    public async Task A_level_tells_that_its_facts_changed_and_is_determined_anew_for_one_person_R26(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("4");
        await bench.Assess();
        var others = await bench.Read(db => db.Assessments.CountAsync(row => row.IsCurrent && row.EnrolmentId != id, Cancel));
        await bench.Read(async db =>
        {
            var assessment = await db.Assessments.SingleAsync(row => row.EnrolmentId == id && row.IsCurrent, Cancel);
            (assessment.Status, assessment.DecidedBy, assessment.DecidedAt) = (AssessmentStatus.Confirmed, "user:1", bench.Database.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync(Cancel);
        });
        (await bench.Card(id)).Stale.ShouldBeNull();

        // The same «нет» by hand: the result is equal, the confirmation stays.
        await bench.Enter(id, FactCode.Orphan, FactValue.No);
        (await bench.Card(id)).Stale!.What.ShouldBe(["Сирота или без попечения родителей"]);
        (await bench.Use<AssessPerson, bool>(assess => assess.Assess(id, Cancel))).ShouldBeTrue();
        var equal = await bench.Card(id);
        (equal.Stale, equal.Current!.Status).ShouldBe((null, AssessmentStatus.Confirmed));

        await bench.Enter(id, FactCode.Orphan, FactValue.Yes);
        await bench.Use<AssessPerson, bool>(assess => assess.Assess(id, Cancel));
        var changed = await bench.Card(id);
        (changed.Stale, changed.Current!.Status, changed.Current.IsHigh).ShouldBe((null, AssessmentStatus.Proposed, true));
        changed.History.ShouldContain(one => one.Sentence.EndsWith("→ высокий.", StringComparison.Ordinal));
        (await bench.Read(db => db.AssessmentRuns.CountAsync(Cancel))).ShouldBe(1, "one person is no run of the register");
        (await bench.Read(db => db.Assessments.CountAsync(row => row.IsCurrent && row.EnrolmentId != id, Cancel))).ShouldBe(others);
    }

    [Theory, BothDatabases]
    public async Task A_run_over_others_does_not_hide_that_a_level_is_old(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("4");
        await bench.Assess();
        await bench.Enter(id, FactCode.Orphan, FactValue.No);
        var group = (await bench.Card(id)).Enrolments[0].Values.Group;
        Task Run(AssessedPart part) => bench.Use<AssessOrganization, AssessmentCounts>(assess =>
            assess.Assess(new AssessOrganizationInput(bench.Database.Clock.Today, FinalYearOnly: false, part), Cancel));

        await Run(new AssessedPart(Group: "ИС-41"));
        await Run(new AssessedPart(WithoutLevel: true));
        (await bench.Card(id)).Stale.ShouldNotBeNull();

        await Run(new AssessedPart(Group: group));
        (await bench.Card(id)).Stale.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_file_under_a_fact_or_a_consent_by_hand_cannot_be_undone_R45(DatabaseProvider provider)
    {
        foreach (var act in new Func<CardBench, long, Task<CardAnswer>>[]
        {
            (bench, id) => bench.Enter(id, FactCode.CertainWorkplace, FactValue.Searching),
            (bench, id) => bench.Sign(id, ConsentPurpose.Transfer),
            (bench, id) => bench.EditStudy(id, ("group", "ИС-43")),
        })
        {
            await using var bench = await CardBench.Create(provider);
            var import = await bench.Read(db => db.Imports.Select(row => row.Id).SingleAsync(Cancel));
            (await act(bench, await bench.Find("2"))).IsWritten.ShouldBeTrue();
            (await Should.ThrowAsync<RuleViolation>(() => bench.Use<UndoImport, UndoneImport>(undo => undo.Undo(import, Cancel)))).Code.ShouldBe("import-changed");
        }
    }

    [Theory, BothDatabases]
    public async Task Work_limits_need_the_health_consent_and_are_read_on_demand_alone_R2(DatabaseProvider provider)
    {
        await using var bench = await CardBench.Create(provider);
        var id = await bench.Find("2");

        (await Limits("сидячая работа")).Problems.Keys.ShouldBe(["text"]);
        await bench.Sign(id, ConsentPurpose.Health);
        (await Limits("сидячая  работа")).IsWritten.ShouldBeTrue();

        (await bench.Card(id)).Facts.ShouldNotContain(fact => fact.Value == "сидячая работа");
        (await bench.Card(id)).History.ShouldNotContain(one => one.Sentence.Contains("сидячая", StringComparison.Ordinal));
        (await bench.Card(id, FactAccess.Special)).Facts.ShouldContain(fact => fact.Value == "сидячая работа" && !fact.IsReplaced);
        await bench.WithdrawConsent(id, ConsentPurpose.Health);
        (await bench.PersonFacts(id)).WorkLimitsEvidenceId.ShouldBe(0);
        (await bench.Card(id, FactAccess.Special)).Facts.ShouldNotContain(fact => fact.Value == "сидячая работа");

        async Task<CardAnswer> Limits(string text)
        {
            var seen = (await bench.Form(id)).Seen;
            return (await bench.Use<WriteWorkLimits, CardAnswer?>(write => write.Write(new WorkLimitsByHand(id, text, null, CardBench.Why, seen), Cancel)))!;
        }
    }
}
