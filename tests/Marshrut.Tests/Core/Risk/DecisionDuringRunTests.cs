using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using static Marshrut.Tests.Core.Risk.RiskBench;

namespace Marshrut.Tests.Core.Risk;

/// <summary>A decision that falls between the reading and the writing of a run (R26).</summary>
public class DecisionDuringRunTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_confirmation_given_meanwhile_is_kept_by_the_equal_result(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, seen) = await OneProposal(database);

        // The same answer stated on another day: an equal result with another explanation, so the run replaces the assessment.
        await bench.Import(Line(1, "Ольхова", "неизвестно"));
        database.Clock.Advance(TimeSpan.FromDays(1));
        await bench.Import(Line(1, "Ольхова", "да"));
        var confirmed = await ConfirmDuringRun(bench, seen);

        confirmed.Count.ShouldBe(1);
        var current = (await bench.Current()).Single();
        current.Id.ShouldNotBe(seen);
        (current.Status, current.DecidedBy).ShouldBe((AssessmentStatus.Confirmed, "user:7"));
    }

    [Theory, BothDatabases]
    public async Task A_confirmation_given_meanwhile_is_not_attached_to_a_changed_result(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (bench, seen) = await OneProposal(database);
        await bench.Import(Line(1, "Ольхова", "нет", place: "нет"));

        var confirmed = await ConfirmDuringRun(bench, seen);

        confirmed.Count.ShouldBe(1);
        var all = await bench.Use<MarshrutDb, List<Assessment>>(db => db.Assessments.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancel));
        all.Select(row => (row.Id == seen, row.IsCurrent, row.Status)).ShouldBe(
            [(true, false, AssessmentStatus.Confirmed), (false, true, AssessmentStatus.Proposed)]);
        all[1].DecidedBy.ShouldBeNull();
    }

    private static async Task<(RiskBench Bench, long Seen)> OneProposal(TestDatabase database)
    {
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да"));
        await bench.Assess();
        return (bench, (await bench.Current()).Single().Id);
    }

    /// <summary>The run tells of its progress after it has read everything and before it writes: there the specialist presses the button.</summary>
    private static async Task<ConfirmedAssessments> ConfirmDuringRun(RiskBench bench, long seen)
    {
        ConfirmedAssessments? confirmed = null;
        await bench.Use<AssessOrganization, AssessmentCounts>(assess => assess.Assess(
            new AssessOrganizationInput(bench.Database.Clock.Today, false),
            Cancel,
            (_, _) => confirmed ??= Task.Run(() => bench.Use<ConfirmAssessments, ConfirmedAssessments>(confirm => confirm.Confirm([seen], Cancel), actor: "user:7"), Cancel)
                .GetAwaiter().GetResult()));
        return confirmed.ShouldNotBeNull();
    }
}
