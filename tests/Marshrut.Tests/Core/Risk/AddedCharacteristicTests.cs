using System.Text;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Register.Cards;
using Marshrut.Core.Register.Lists;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Core.Risk.Export;
using Marshrut.Core.Risk.Results;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using static Marshrut.Tests.Core.Risk.RiskBench;

namespace Marshrut.Tests.Core.Risk;

/// <summary>An organisation's own characteristic: adopted, determined by, explained, tagged, exported; and what keeps it from being adopted.</summary>
public class AddedCharacteristicTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_adopted_characteristic_raises_levels_and_is_named_everywhere(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Start(database);
        await bench.Use<ConfirmAssessments, object>(async confirm => await confirm.Confirm([.. (await bench.Current()).Select(row => row.Id)], Cancel));

        await Adopt(bench, Searching());
        (await bench.Assess()).High.ShouldBe(2);

        var levels = await bench.Current();
        levels.Select(row => (row.SortName.Split(' ')[0], row.IsHigh, row.Status)).ShouldBe(
            [("ОЛЬХОВА", true, AssessmentStatus.Proposed), ("ЛИПОВА", true, AssessmentStatus.Confirmed), ("КЕДРОВА", false, AssessmentStatus.Confirmed)], ignoreOrder: true);
        levels.ShouldAllBe(row => row.SupplementVersionId != null);

        var high = levels.Single(row => row.SortName.StartsWith("ОЛЬХОВА", StringComparison.Ordinal));
        var card = (await bench.Use<ShowPerson, PersonCard?>(show => show.Show(high.EnrolmentId, FactAccess.Ordinary, Cancel)))!;
        card.Assessments[0].Explanation.Present.ShouldHaveSingleItem().Sentence.ShouldBe("Условие выполняется. Год выпуска ≥ 2028.");
        var page = await bench.Use<AssessmentResults, ResultsPage>(results => results.Page(new RiskFilter(RiskTab.All, Present: "added-15"), new ResultsKey(), false, Cancel));
        page.People.ShouldHaveSingleItem().Present.ShouldBe(["далёкий выпуск"]);
        (await bench.Use<ListEnrolments, EnrolmentPage>(list => list.List(new EnrolmentFilter { Level = LevelChoice.High }, new EnrolmentPlace(EnrolmentOrder.Name), Cancel)))
            .Rows.SelectMany(row => row.Present).ShouldContain("далёкий выпуск");
        (await bench.Use<CountRisk, RiskFigures>(count => count.Count(false, Cancel))).ByCharacteristic.Single(row => row.Characteristic.Number == 15).Present.ShouldBe(1);
        (await Json(bench)).ShouldContain("\"code\": \"added-15\"");

        (await bench.Use<ListProposals, IReadOnlyList<ProposalLine>>(list => list.List(Cancel))).ShouldHaveSingleItem().Proposal.Adopted!.ShouldContain("Год выпуска ≥ 2028");
    }

    [Theory, BothDatabases]
    public async Task What_is_no_longer_counted_lowers_the_level_and_old_explanations_keep_their_words(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Start(database);
        await Adopt(bench, Searching());
        await bench.Assess();
        var before = (await bench.Current()).Single(row => row.SortName.StartsWith("ОЛЬХОВА", StringComparison.Ordinal));

        await Adopt(bench, Searching() with { Number = 15, Title = "Иначе названа", Enabled = false, SeenVersion = 1 });
        (await bench.Assess()).High.ShouldBe(1);

        var card = (await bench.Use<ShowPerson, PersonCard?>(show => show.Show(before.EnrolmentId, FactAccess.Ordinary, Cancel)))!;
        card.Assessments.Select(one => one.Explanation.Present.Length).ShouldBe([0, 1, 0]);
        card.Assessments[1].Explanation.Present[0].Characteristic.Title.ShouldBe("Выпуск ещё не скоро");
    }

    [Theory, BothDatabases]
    public async Task A_day_before_the_adoption_is_judged_without_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Start(database);
        await Adopt(bench, Searching());

        (await bench.Assess(database.Clock.Today.AddDays(-1))).High.ShouldBe(1);
        (await bench.Assess()).High.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_adopted_is_said_and_changes_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Start(database);
        var other = await Create(database);

        (await Refused(bench, Searching() with { Reason = " " })).ShouldBe("no-reason");
        (await Refused(bench, Searching() with { Title = "" })).ShouldBe("added-wrong");
        (await Refused(bench, Searching() with { Rule = Rule(RuleFields.Present, RuleOperator.Exists) })).ShouldBe("added-wrong");
        (await Refused(bench, Searching() with { Number = 15 })).ShouldBe("added-unknown");
        (await Refused(bench, Searching() with { SeenVersion = 3 })).ShouldBe("supplement-changed");
        (await bench.Use<ListAdded, AddedList>(list => list.List(Cancel))).Added.ShouldBeEmpty();
        await Adopt(bench, Searching());
        (await Refused(bench, Searching())).ShouldBe("supplement-changed");
        (await Refused(bench, Searching() with { Number = 15, SeenVersion = 1 })).ShouldBe("nothing-changed");
        (await other.Use<ListAdded, AddedList>(list => list.List(Cancel))).Added.ShouldBeEmpty("another organisation sees nothing of it");
        (await other.Use<ListProposals, IReadOnlyList<ProposalLine>>(list => list.List(Cancel))).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task One_person_determined_anew_is_judged_by_the_same_supplement(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Start(database);
        await Adopt(bench, Searching());
        await bench.Assess();
        var row = (await bench.Current()).Single(one => one.SortName.StartsWith("ОЛЬХОВА", StringComparison.Ordinal));

        await bench.Use<AssessPerson, bool>(assess => assess.Assess(row.EnrolmentId, Cancel));

        (await bench.Current()).Single(one => one.EnrolmentId == row.EnrolmentId).Id.ShouldBe(row.Id, "nothing changed");
    }

    /// <summary>Three people: one who graduates late, an orphan, one without anything.</summary>
    internal static async Task<RiskBench> Start(TestDatabase database)
    {
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "нет", year: 2029), Line(2, "Липова", "да"), Line(3, "Кедрова", "нет"));
        await bench.Assess();
        return bench;
    }

    internal static AddedInput Searching() =>
        new(null, "Выпуск ещё не скоро", "далёкий выпуск", Rule(RuleFields.Year, RuleOperator.AtLeast, "2028"), "Год выпуска ≥ 2028", 2, true, null, "Проверка", 0);

    private static GroupRule Rule(string field, RuleOperator compared, params string[] values) => new(false, [new RuleBlock(false, [new RuleTerm(field, compared, values)])]);

    internal static Task<int> Adopt(RiskBench bench, AddedInput input) => bench.Use<AdoptAdded, int>(adopt => adopt.Adopt(input, Cancel));

    private static async Task<string> Refused(RiskBench bench, AddedInput input) => (await Should.ThrowAsync<RuleViolation>(() => Adopt(bench, input))).Code;

    private static async Task<string> Json(RiskBench bench)
    {
        using var file = new MemoryStream();
        await bench.Use<AssessmentsForExport, int>(export => AssessmentsJson.Write(file, export.Read(Cancel), Cancel));
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
