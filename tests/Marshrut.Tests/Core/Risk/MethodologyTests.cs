using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Rules.Figures;
using Marshrut.Rules.Risk;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Risk.RiskBench;

namespace Marshrut.Tests.Core.Risk;

public class MethodologyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_copied_changed_and_activated_version_determines_the_next_levels(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        await bench.Import(Line(1, "Ольхова", "да"), Line(2, "Липова", "да", place: "нет"));
        (await bench.Assess()).High.ShouldBe(2);
        var draft = await Copy(database);
        await Change(database, draft.Id, parameters => parameters with { Rule = LevelRule.PointsAtLeast, Points = 5 });

        (await bench.Assess()).Methodology.ShouldBe("federal-1");
        await Activate(database, draft.Id);

        var counts = await bench.Assess();
        (counts.Methodology, counts.High, counts.NotHigh).ShouldBe(("region-00-1", 1, 1));
    }

    [Theory, BothDatabases]
    public async Task A_version_in_force_never_changes(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var draft = await Copy(database);
        await Activate(database, draft.Id);

        (await Should.ThrowAsync<RuleViolation>(() => Change(database, draft.Id, parameters => parameters with { MinCohort = 20 }))).Code.ShouldBe("methodology-fixed");
        (await Should.ThrowAsync<RuleViolation>(() => Activate(database, draft.Id))).Code.ShouldBe("methodology-fixed");
        (await Copy(database, draft.Id)).Number.ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task The_federal_version_and_another_regions_draft_are_not_changed_here(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var federal = await Use<ListMethodologies, MethodologyList>(database, list => list.List(Cancel));
        var foreign = await Copy(database, region: "77");

        foreach (var id in new[] { federal.InForce.Id, foreign.Id })
        {
            (await Should.ThrowAsync<RuleViolation>(() => Use<ChangeMethodology, bool>(database, async change =>
            {
                await change.Change(id, MethodologyParameters.Federal with { MinCohort = 20 }, Cancel);
                return true;
            }))).Code.ShouldBe("methodology-unknown");
        }

        (await Use<ShowMethodology, MethodologyView?>(database, show => show.Show(foreign.Id, Cancel))).ShouldBeNull();
        (await Use<CompareMethodologies, MethodologyComparison?>(database, compare => compare.Compare(federal.InForce.Id, foreign.Id, Cancel))).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_version_is_not_brought_in_for_a_day_that_is_over_or_without_a_document(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var draft = await Copy(database);

        (await Should.ThrowAsync<RuleViolation>(() => Activate(database, draft.Id, days: -1))).Code.ShouldBe("in-the-past");
        (await Should.ThrowAsync<RuleViolation>(() => Activate(database, draft.Id, document: " "))).Code.ShouldBe("no-document");
    }

    [Theory, BothDatabases]
    public async Task A_comparison_counts_who_changes_level_and_hides_fewer_than_five(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var large = await Create(database);
        await large.Import([.. Enumerable.Range(1, 7).Select(i => Line(i, "Ольхова" + (char)('а' + i), "да"))]);
        var small = await Create(database);
        await small.Import(Line(1, "Липова", "да"), Line(2, "Кедрова", "нет"));
        var draft = await Copy(database);
        await Change(database, draft.Id, parameters => parameters with { Rule = LevelRule.PointsAtLeast, Points = 50 });
        var federal = (await Use<ListMethodologies, MethodologyList>(database, list => list.List(Cancel))).InForce;

        var result = (await Use<CompareMethodologies, MethodologyComparison?>(database, compare => compare.Compare(federal.Id, draft.Id, Cancel)))!;

        result.Leaving.ShouldBe(new ShownCount(8, CountShown.AsIs));
        // One of the two is small, so the other would give it away.
        result.Organizations.Select(row => row.Leaving.How).ShouldBe([CountShown.Hidden, CountShown.Fewer]);
        result.Entering.ShouldBe(new ShownCount(0, CountShown.AsIs));
        (await large.Current()).ShouldBeEmpty();
    }

    private static async Task<MethodologyVersion> Copy(TestDatabase database, long? id = null, string region = "00")
    {
        var source = id ?? (await Use<ListMethodologies, MethodologyList>(database, list => list.List(Cancel), region)).InForce.Id;
        return await Use<CopyMethodology, MethodologyVersion>(database, copy => copy.Copy(source, Cancel), region);
    }

    private static Task<bool> Change(TestDatabase database, long id, Func<MethodologyParameters, MethodologyParameters> change) =>
        Use<ChangeMethodology, bool>(database, async useCase =>
        {
            await useCase.Change(id, change(MethodologyParameters.Federal), Cancel);
            return true;
        });

    private static Task<bool> Activate(TestDatabase database, long id, int days = 0, string document = "Приказ № 112") =>
        Use<ActivateMethodology, bool>(database, async useCase =>
        {
            await useCase.Activate(id, new MethodologyDecision(database.Clock.Today.AddDays(days), "Проверка порога", document, null), Cancel);
            return true;
        });

    private static async Task<TResult> Use<TUseCase, TResult>(TestDatabase database, Func<TUseCase, Task<TResult>> run, string region = "00")
        where TUseCase : notnull
    {
        await using var scope = database.EnterRegion(region);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        if (!await db.MethodologyVersions.AnyAsync(Cancel))
        {
            await scope.ServiceProvider.GetRequiredService<MethodologyInForce>().SeedFederal(database.Clock, Cancel);
        }

        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
