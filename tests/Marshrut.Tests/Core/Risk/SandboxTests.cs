using CsCheck;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Rules.Figures;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Risk.RiskBench;

namespace Marshrut.Tests.Core.Risk;

/// <summary>What the sandbox says is what a determination would do; it writes nothing and tells nobody's name to who may not know it.</summary>
public class SandboxTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<MethodologyParameters> Tried =>
    [
        Federal with { Rule = LevelRule.PointsAtLeast, Points = 4 },
        Federal with { Characteristics = Changed(9, one => one with { Records = RecordsRule.Always }) },
        Federal with { Rule = LevelRule.PointsAtLeast, Points = 3, Characteristics = Changed(11, one => one with { Weight = 5 }) },
        Federal with { Characteristics = Changed(3, one => one with { Enabled = false }) },
        Federal with { StatedValidityMonths = 1 },
        Federal with { Overrides = [new(new OverrideScope.OfProgramme("09.02.07"), new OverrideChange.Enabled(11, false), "Проверка", "Приказ", new DateOnly(2026, 9, 1), "А")] },
    ];

    private static MethodologyParameters Federal => MethodologyParameters.Federal;

    /// <summary>Whatever is changed: those who enter and leave by the sandbox are those whose level changes when it is brought into force.</summary>
    [Theory, BothDatabases]
    public async Task A_trial_says_what_a_determination_then_does(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import([.. Enumerable.Range(1, 40).Select(i => Line(i, "Ольхова" + (char)('а' + i % 30) + (char)('а' + i / 30), i % 3 == 0 ? "да" : "нет", 2026 + i % 4, i % 5 == 0 ? "нет" : i % 7 == 0 ? "да" : ""))]);
        await bench.Assess();
        var version = 0;
        foreach (var parameters in Tried)
        {
            var before = (await bench.Current()).ToDictionary(row => row.EnrolmentId, row => row.ComputedHigh);
            var trial = await bench.Use<TryMethodology, MethodologyTrial>(sandbox => sandbox.Try(parameters, null, Cancel));
            await Force(database, parameters, ++version);
            await bench.Assess();
            var after = await bench.Current();

            trial.All.ShouldBe(new TrialCounts(40, before.Values.Count(high => high), after.Count(row => row.ComputedHigh && !before[row.EnrolmentId]), after.Count(row => !row.ComputedHigh && before[row.EnrolmentId])));
            trial.Who.Where(person => person.Enters).Select(person => person.EnrolmentId).Order().ShouldBe(after.Where(row => row.ComputedHigh && !before[row.EnrolmentId]).Select(row => row.EnrolmentId).Order());
            trial.ByProgramme.Sum(row => row.Counts.WillBeHigh).ShouldBe(after.Count(row => row.ComputedHigh));
            trial.ByCourse.Sum(row => row.Counts.People).ShouldBe(40);
        }

    }

    [Theory, BothDatabases]
    public async Task A_characteristic_is_tried_before_it_is_adopted_and_the_reason_names_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await AddedCharacteristicTests.Start(database);
        var tried = AdoptAdded.Change(Supplement.Empty, AddedCharacteristicTests.Searching());

        var trial = await bench.Use<TryMethodology, MethodologyTrial>(sandbox => sandbox.Try(null, tried, Cancel));

        trial.All.ShouldBe(new TrialCounts(3, 1, 1, 0));
        var person = trial.Who.ShouldHaveSingleItem();
        (person.LastName, person.Enters, person.Why, person.Priority).ShouldBe(("Ольхова", true, "№\u00A015: условие выполняется. Год выпуска ≥ 2028", 2));
        (await bench.Use<TryMethodology, MethodologyTrial>(sandbox => sandbox.Try(null, tried, Cancel, who: false))).Who.ShouldBeEmpty();
        (await bench.Current()).Count(row => row.IsHigh).ShouldBe(1, "nothing is written");
        (await bench.Use<MarshrutDb, int>(db => db.SupplementVersions.CountAsync(Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_trial_sees_what_has_changed_since_the_last_one(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await AddedCharacteristicTests.Start(database);
        await bench.Use<TryMethodology, MethodologyTrial>(sandbox => sandbox.Try(null, null, Cancel));
        await bench.Import(Line(4, "Елова", "да"));

        (await bench.Use<TryMethodology, MethodologyTrial>(sandbox => sandbox.Try(null, null, Cancel))).All.ShouldBe(new TrialCounts(4, 2, 0, 0));
    }

    [Theory, BothDatabases]
    public async Task The_methodologist_sees_counts_and_none_under_five(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var large = await Create(database);
        await large.Import([.. Enumerable.Range(1, 7).Select(i => Line(i, "Ольхова" + (char)('а' + i), "да"))]);
        var small = await Create(database);
        await small.Import(Line(1, "Липова", "да"), Line(2, "Кедрова", "нет"));
        await large.Assess();

        var trial = await InRegion<TryInRegion, RegionTrial>(database, sandbox => sandbox.Try(MethodologyParameters.Federal with { Rule = LevelRule.PointsAtLeast, Points = 50 }, Cancel));

        trial.All.Leaving.ShouldBe(new ShownCount(8, CountShown.AsIs));
        trial.ByOrganization.Select(row => row.Leaving.How).ShouldBe([CountShown.Hidden, CountShown.Fewer]);
        trial.ByOrganization.ShouldAllBe(row => row.WillBeHigh == null, "a sum would tell what is hidden");
        trial.ByProgramme.ShouldHaveSingleItem().Name.ShouldBe("Остальные направления", "a programme of two organisations is not told apart");
        (await large.Current()).Count(row => row.IsHigh).ShouldBe(7);
    }

    [Theory, BothDatabases]
    public async Task A_proposal_goes_to_the_methodologist_is_tried_and_answered_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await AddedCharacteristicTests.Start(database);
        var parameters = MethodologyParameters.Federal with { MinCohort = 20 };

        (await Should.ThrowAsync<RuleViolation>(() => Propose(bench, MethodologyParameters.Federal, "Зачем-то"))).Code.ShouldBe("nothing-changed");
        (await Should.ThrowAsync<RuleViolation>(() => Propose(bench, parameters, " "))).Code.ShouldBe("no-reason");
        await Propose(bench, parameters, "Малые выпуски");
        var line = (await InRegion<ListProposals, IReadOnlyList<ProposalLine>>(database, list => list.List(Cancel))).ShouldHaveSingleItem();
        (await InRegion<ListProposals, MethodologyParameters?>(database, list => list.Parameters(line.Proposal.Id, Cancel))).ShouldBe(parameters);
        (await InRegion<ListProposals, MethodologyParameters?>(database, list => list.Parameters(line.Proposal.Id, Cancel), "77")).ShouldBeNull();
        (await InRegion<AnswerProposal, bool>(database, answer => answer.Answer(line.Proposal.Id, true, null, Cancel), "77")).ShouldBeFalse();
        (await Should.ThrowAsync<RuleViolation>(() => InRegion<AnswerProposal, bool>(database, answer => answer.Answer(line.Proposal.Id, false, "", Cancel)))).Code.ShouldBe("no-answer");

        await InRegion<AnswerProposal, bool>(database, answer => answer.Answer(line.Proposal.Id, false, "Мало данных", Cancel));

        (await Should.ThrowAsync<RuleViolation>(() => InRegion<AnswerProposal, bool>(database, answer => answer.Answer(line.Proposal.Id, true, null, Cancel)))).Code.ShouldBe("answered");
        var seen = (await bench.Use<ListProposals, IReadOnlyList<ProposalLine>>(list => list.List(Cancel))).ShouldHaveSingleItem().Proposal;
        (seen.State, seen.Answer).ShouldBe((ProposalState.Declined, "Мало данных"));
        var draft = await InRegion<DraftFromTrial, MethodologyVersion>(database, async make => await make.Draft(line.Proposal.BasedOnId!.Value, parameters, Cancel));
        (draft.State, MethodologyParameters.FromJson(draft.Parameters).MinCohort).ShouldBe((MethodologyState.Draft, 20));
    }

    private static System.Collections.Immutable.ImmutableArray<CharacteristicParameters> Changed(int number, Func<CharacteristicParameters, CharacteristicParameters> change) =>
        [.. Federal.Characteristics.Select(one => one.Number == number ? change(one) : one)];

    private static Task<bool> Propose(RiskBench bench, MethodologyParameters parameters, string reason) => bench.Use<ProposeMethodology, bool>(async propose =>
    {
        await propose.Propose(parameters, reason, Cancel);
        return true;
    });

    /// <summary>As if the region had brought these parameters into force today.</summary>
    private static async Task Force(TestDatabase database, MethodologyParameters parameters, int number)
    {
        await using var scope = database.EnterRegion("00");
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        db.MethodologyVersions.Add(new MethodologyVersion
        {
            Id = db.Ids.Take(),
            RegionCode = "00",
            Number = number,
            State = MethodologyState.Active,
            EffectiveFrom = database.Clock.Today,
            Parameters = parameters.ToJson(),
            Actor = "system:test",
            CreatedAt = database.Clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<TResult> InRegion<TUseCase, TResult>(TestDatabase database, Func<TUseCase, Task<TResult>> run, string region = "00")
        where TUseCase : notnull
    {
        await using var scope = database.EnterRegion(region);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
