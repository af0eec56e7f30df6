using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Core.Risk.Results;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using static Marshrut.Tests.Core.Risk.RiskBench;

namespace Marshrut.Tests.Core.Risk;

public class ResultsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Figures_follow_each_decision(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да"), Line(2, "Липова", "да"), Line(3, "Кедрова", "нет"));
        await bench.Assess();
        var before = await Figures(bench);
        (before.Students, before.Assessed, before.High, before.NotHigh, before.Preliminary, before.Waiting, before.Confirmed).ShouldBe((3, 3, 2, 1, 1, 2, 0));
        before.ByProgramme.Single().ShouldBe(before.ByProgramme.Single() with { Key = "09.02.07", High = 2, Assessed = 3 });

        long[] first = [(await bench.Current())[0].Id];
        await bench.Use<ConfirmAssessments, ConfirmedAssessments>(confirm => confirm.Confirm(first, Cancel));

        var after = await Figures(bench);
        (after.Waiting, after.Confirmed).ShouldBe((1, 1));
    }

    [Theory, BothDatabases]
    public async Task Facts_of_health_are_counted_only_for_who_asks_and_the_look_is_written_down(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "нет", disability: "да"));
        await bench.Assess();

        (await Figures(bench)).ByCharacteristic.ShouldNotContain(row => row.Characteristic.Sensitivity != Sensitivity.Ordinary);
        (await bench.Journal(AuditActions.SpecialRead)).ShouldBeEmpty();

        var seen = await bench.Use<CountRisk, RiskFigures>(count => count.Count(special: true, Cancel));
        seen.ByCharacteristic.Single(row => row.Characteristic.Code == "disability").Present.ShouldBe(1);
        (await bench.Journal(AuditActions.SpecialRead)).Count.ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_list_is_not_filtered_by_health_without_asking_and_never_by_offences_in_a_college(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "нет", disability: "да"), Line(2, "Липова", "да"));
        await bench.Assess();

        (await List(bench, new RiskFilter(RiskTab.All, Present: "disability"))).Total.ShouldBe(0);
        (await List(bench, new RiskFilter(RiskTab.All, Present: "disability"), special: true)).Total.ShouldBe(1);
        foreach (var code in new[] { "prior-offence", "orphan-informal-or-offence" })
        {
            (await List(bench, new RiskFilter(RiskTab.All, Present: code), special: true, restricted: true)).Total.ShouldBe(0);
            (await List(bench, new RiskFilter(RiskTab.All, Unknown: code), special: true, restricted: true)).Total.ShouldBe(0);
        }

        (await List(bench, new RiskFilter(RiskTab.All))).People.SelectMany(person => person.Present).ShouldNotContain("инвалидность или ОВЗ");
    }

    [Theory, BothDatabases]
    public async Task Pages_by_key_go_forward_and_back_over_everybody_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import([.. Enumerable.Range(1, 120).Select(i => Line(i, "Ольхова" + (char)('а' + (i % 20)), i % 2 == 0 ? "да" : "нет", year: 2027 + (i % 3)))]);
        await bench.Assess();
        var all = new RiskFilter(RiskTab.All);

        var first = await List(bench, all);
        var second = await List(bench, all, key: first.Next);
        var third = await List(bench, all, key: second.Next);

        int[] sizes = [first.People.Count, second.People.Count, third.People.Count];
        sizes.ShouldBe([50, 50, 20]);
        third.Next.ShouldBeNull();
        first.Previous.ShouldBeNull();
        new[] { first, second, third }.SelectMany(page => page.People).Select(person => person.AssessmentId).Distinct().Count().ShouldBe(120);
        (await List(bench, all, key: second.Previous)).People.Select(person => person.AssessmentId).ShouldBe(first.People.Select(person => person.AssessmentId));
    }

    [Theory, BothDatabases]
    public async Task Whose_level_changed_within_the_week_is_told_with_the_reason(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "нет"), Line(2, "Липова", "да"));
        await bench.Assess();
        database.Clock.Advance(TimeSpan.FromDays(10));
        await bench.Import(Line(1, "Ольхова", "да"), Line(2, "Липова", "да"));
        await bench.Assess();

        var changes = await bench.Use<LevelChanges, LevelChangeList>(query => query.Find(7, 5, Cancel));

        changes.Total.ShouldBe(1);
        var change = changes.Rows.Single();
        (change.LastName, change.Was.IsHigh, change.Is.IsHigh, change.ByHand).ShouldBe(("Ольхова", false, true, false));
        change.Appeared.ShouldBe(["сирота"]);
        database.Clock.Advance(TimeSpan.FromDays(8));
        (await bench.Use<LevelChanges, LevelChangeList>(query => query.Find(7, 5, Cancel))).Total.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Coverage_grows_with_the_week_of_the_first_run(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "нет"), Line(2, "Липова", "да", year: 2029));
        await bench.Assess(finalYear: true);
        database.Clock.Advance(TimeSpan.FromDays(14));
        await bench.Assess();

        var coverage = await bench.Use<AssessmentCoverage, Coverage>(query => query.Count(4, Cancel));

        (coverage.Students, coverage.LastCourse).ShouldBe((2, 1));
        coverage.Weeks.Select(week => (week.Assessed, week.LastCourseAssessed)).ShouldBe([(0, 0), (1, 1), (1, 1), (2, 1)]);
    }

    private static Task<RiskFigures> Figures(RiskBench bench) => bench.Use<CountRisk, RiskFigures>(count => count.Count(special: false, Cancel));

    private static Task<ResultsPage> List(RiskBench bench, RiskFilter filter, ResultsKey? key = null, bool special = false, bool restricted = false) =>
        bench.Use<AssessmentResults, ResultsPage>(results => results.Page(filter, key ?? new ResultsKey(), special, Cancel), restricted: restricted);
}
