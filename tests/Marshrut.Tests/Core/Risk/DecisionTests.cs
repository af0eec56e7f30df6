using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Risk.RiskBench;

namespace Marshrut.Tests.Core.Risk;

public class DecisionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_confirmation_names_its_user_and_writes_one_line_a_person(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);

        var confirmed = await Confirm(bench, [.. (await bench.Current()).Select(row => row.Id)]);

        (confirmed.Count, confirmed.Passed).ShouldBe((2, 0));
        (await bench.Current()).ShouldAllBe(row => row.Status == AssessmentStatus.Confirmed && row.DecidedBy == "user:7" && row.DecidedAt != null);
        (await bench.Journal(AuditActions.AssessmentConfirmed)).Count.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task What_is_decided_already_is_passed_over(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);
        var ids = (await bench.Current()).Select(row => row.Id).ToArray();
        await Confirm(bench, [ids[0]]);

        var again = await Confirm(bench, [.. ids, 999_999_999]);

        (again.Count, again.Passed).ShouldBe((1, 2));
        (await bench.Journal(AuditActions.AssessmentConfirmed)).Count.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_process_confirms_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);
        var ids = (await bench.Current()).Select(row => row.Id).ToArray();

        var refusal = await Should.ThrowAsync<RuleViolation>(() =>
            bench.Use<ConfirmAssessments, ConfirmedAssessments>(confirm => confirm.Confirm(ids, Cancel), actor: "system:cli"));

        refusal.Code.ShouldBe("no-named-user");
        (await bench.Current()).ShouldAllBe(row => row.Status == AssessmentStatus.Proposed);
    }

    [Theory, BothDatabases]
    public async Task Another_organisations_assessments_are_not_found(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);
        var stranger = await Create(database);

        var confirmed = await Confirm(stranger, [.. (await bench.Current()).Select(row => row.Id)]);

        confirmed.Count.ShouldBe(0);
        (await bench.Current()).ShouldAllBe(row => row.Status == AssessmentStatus.Proposed);
    }

    [Theory, BothDatabases]
    public async Task A_confirmation_is_undone_by_its_moment_for_its_user_alone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);
        var ids = (await bench.Current()).Select(row => row.Id).ToArray();
        await Confirm(bench, [ids[0]]);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await Confirm(bench, [ids[1]]);

        (await bench.Use<UndoConfirmation, int>(undo => undo.Undo(later.At, Cancel), actor: "user:8")).ShouldBe(0);
        (await bench.Use<UndoConfirmation, int>(undo => undo.Undo(later.At, Cancel), actor: "user:7")).ShouldBe(1);

        var current = (await bench.Current()).ToDictionary(row => row.Id);
        current[ids[0]].Status.ShouldBe(AssessmentStatus.Confirmed);
        (current[ids[1]].Status, current[ids[1]].DecidedBy, current[ids[1]].DecidedAt).ShouldBe((AssessmentStatus.Proposed, null, null));
    }

    [Theory, BothDatabases]
    public async Task An_equal_result_keeps_a_confirmation_and_a_changed_one_is_proposed_anew(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);
        await Confirm(bench, [.. (await bench.Current()).Select(row => row.Id)]);

        await bench.Import(Line(1, "Ольхова", "нет"), Line(2, "Липова", "да"));
        await bench.Assess(database.Clock.Today.AddDays(1));

        var current = await bench.Current();
        current.Select(row => (row.IsHigh, row.Status)).ShouldBe([(true, AssessmentStatus.Confirmed), (false, AssessmentStatus.Proposed)]);
    }

    [Theory, BothDatabases]
    public async Task A_level_set_high_by_hand_gets_the_priority_of_what_is_known(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "нет"));
        await bench.Assess();
        var before = (await bench.Current()).Single();
        before.Priority.ShouldBe(Assessment.NoPriority);

        await Override(bench, [before.Id], RiskLevel.High);

        var after = (await bench.Current()).Single();
        // Nothing is present, so only the last course adds.
        (after.IsHigh, after.ComputedHigh, after.Priority, after.OrderYear, after.Status).ShouldBe((true, false, 2, 2027, AssessmentStatus.Overridden));
    }

    [Theory, BothDatabases]
    public async Task A_level_set_by_hand_stays_while_the_computed_one_is_equal_and_goes_with_a_changed_one(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);
        var id = (await bench.Current())[0].Id;
        await Override(bench, [id], RiskLevel.NotHigh);
        var overridden = (await bench.Current()).Single(row => row.Id == id);
        (overridden.IsHigh, overridden.Priority, overridden.OrderYear).ShouldBe((false, Assessment.NoPriority, 0));

        await bench.Assess(database.Clock.Today.AddDays(1));
        (await bench.Current()).Single(row => row.EnrolmentId == overridden.EnrolmentId).Status.ShouldBe(AssessmentStatus.Overridden);

        await bench.Import(Line(1, "Ольхова", "да", place: "нет"), Line(2, "Липова", "да", place: "нет"));
        await bench.Assess(database.Clock.Today.AddDays(2));
        var after = (await bench.Current()).Single(row => row.EnrolmentId == overridden.EnrolmentId);
        (after.IsHigh, after.Status).ShouldBe((true, AssessmentStatus.Proposed));
    }

    [Theory, BothDatabases]
    public async Task The_computed_level_chosen_by_hand_again_is_a_confirmation(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);
        var first = (await bench.Current())[0];
        await Override(bench, [first.Id], RiskLevel.NotHigh);

        await Override(bench, [first.Id], RiskLevel.High);

        var after = (await bench.Current()).Single(row => row.Id == first.Id);
        (after.IsHigh, after.Priority, after.Status).ShouldBe((true, first.Priority, AssessmentStatus.Confirmed));
    }

    [Theory, BothDatabases]
    public async Task A_reopened_level_is_again_what_was_computed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);
        var first = (await bench.Current())[0];
        await Override(bench, [first.Id], RiskLevel.NotHigh);

        await bench.Use<ReopenAssessments, int>(reopen => reopen.Reopen([first.Id], Cancel), actor: "user:7");

        var after = (await bench.Current()).Single(row => row.Id == first.Id);
        (after.IsHigh, after.Priority, after.OrderYear, after.Status).ShouldBe((true, first.Priority, first.OrderYear, AssessmentStatus.Proposed));
    }

    [Theory, BothDatabases]
    public async Task The_reason_is_sealed_with_before_and_after(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);

        await Override(bench, [(await bench.Current())[0].Id], RiskLevel.NotHigh);

        (await bench.Journal(AuditActions.AssessmentOverridden)).Single().ShouldNotContain("договор");
        var values = await bench.Use<AuditLog, AuditValues?>(log => bench.Use<MarshrutDb, AuditValues?>(async db =>
            await log.ReadValues(db, await db.AuditEntries.SingleAsync(row => row.Action == AuditActions.AssessmentOverridden, Cancel), Cancel)));
        values!.Reason.ShouldBe("Есть договор практики");
        values.Changes.Single().ShouldBe(new AuditChange("Уровень риска", "высокий", "невысокий"));
    }

    [Theory, BothDatabases]
    public async Task Without_a_reason_or_a_change_no_level_is_set(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await TwoHigh(database);
        var id = (await bench.Current())[0].Id;

        (await Should.ThrowAsync<RuleViolation>(() => Override(bench, [id], RiskLevel.NotHigh, " "))).Code.ShouldBe("no-reason");
        (await Should.ThrowAsync<RuleViolation>(() => Override(bench, [id], RiskLevel.High))).Code.ShouldBe("same-level");
        (await Should.ThrowAsync<RuleViolation>(() => Override(bench, [id, 999_999_999], RiskLevel.NotHigh))).Code.ShouldBe("replaced");
        (await bench.Current()).ShouldAllBe(row => row.Status == AssessmentStatus.Proposed);
    }

    private static async Task<RiskBench> TwoHigh(TestDatabase database)
    {
        var bench = await Create(database, OrganizationKind.College);
        await bench.Import(Line(1, "Ольхова", "да"), Line(2, "Липова", "да"));
        await bench.Assess();
        return bench;
    }

    private static Task<ConfirmedAssessments> Confirm(RiskBench bench, long[] ids) =>
        bench.Use<ConfirmAssessments, ConfirmedAssessments>(confirm => confirm.Confirm(ids, Cancel), actor: "user:7");

    private static Task<int> Override(RiskBench bench, long[] ids, RiskLevel level, string reason = "Есть договор практики") =>
        bench.Use<OverrideAssessments, int>(change => change.Override(new LevelDecision(ids, level, reason), Cancel), actor: "user:7");
}
