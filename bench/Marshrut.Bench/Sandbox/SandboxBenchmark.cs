using System.Diagnostics;
using System.Globalization;
using Marshrut.Bench.Jobs;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Risk.Sandbox;
using Marshrut.Rules.Organizations;
using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Bench.Sandbox;

/// <summary>
/// The sandbox of a methodology over <c>--people</c> (three hundred thousand) of one region, and over the people of its largest organisation with a
/// characteristic added: what a change of a parameter takes until its figures are there.
/// </summary>
internal static class SandboxBenchmark
{
    private const double SecondsLimit = 0.5;

    private static readonly MethodologyParameters[] changes =
    [
        Federal with { EmploymentRatio = new Rational(16, 10) },
        Federal with { Rule = LevelRule.PointsAtLeast, Points = 4 },
        Federal with { MinCohort = 3 },
        Federal with { Characteristics = [.. Federal.Characteristics.Select(one => one.Number == 9 ? one with { Records = RecordsRule.Always } : one)] },
        Federal with { Characteristics = [.. Federal.Characteristics.Select(one => one.Number is 8 or 11 ? one with { Enabled = false } : one)] },
        Federal with { StatedValidityMonths = 3 },
    ];

    private static MethodologyParameters Federal => MethodologyParameters.Federal;

    public static async Task<int> Run(string[] args)
    {
        var people = args is ["--people", var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 300_000;
        var report = new Report();
        await BenchDatabase.OnEach(async database =>
        {
            await ProgramRun.Of("migrate", database.Environment);
            await ProgramRun.Of($"bench-data --people {people}", database.Environment);
            await using var program = database.Program();
            Report.Title($"{database.Title}, {people} people of one region");
            await Region(report, program, people);
            await Largest(report, program);
        });
        return report.AllMet ? 0 : 1;
    }

    private static async Task Region(Report report, ServiceProvider program, int people)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (first, whole) = await Timed(() => InRegion(program, changes[0]));
        Report.Row("first look, registers read and opened", whole.TotalSeconds, "s");
        Report.Row("memory that the opened registers take", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB");
        report.MustHold("all of them are in it", first.People.Value > people * 0.5);
        var (slowest, computing) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var change in changes)
        {
            var (trial, took) = await Timed(() => InRegion(program, change));
            report.MustHold("nothing is read again", trial.Read.TotalSeconds < took.TotalSeconds / 2);
            slowest = took > slowest ? took : slowest;
            computing = trial.Took > computing ? trial.Took : computing;
        }

        Report.Row("  of it judging people and counting, slowest", computing.TotalSeconds, "s");
        report.AtMost("a parameter changed, region: slowest, with all tables", slowest.TotalSeconds, "s", SecondsLimit);
    }

    private static async Task Largest(Report report, ServiceProvider program)
    {
        await using var scope = program.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var organizations = await db.Organizations.AsNoTracking().Where(row => row.Kind != OrganizationKind.School).ToListAsync();
        var (largest, most) = (organizations[0], 0);
        foreach (var organization in organizations)
        {
            await using var own = Enter(program, organization);
            var count = await own.ServiceProvider.GetRequiredService<MarshrutDb>().Enrolments.CountAsync();
            (largest, most) = count > most ? (organization, count) : (largest, most);
        }

        var supplement = Supplement.Empty.With(new AddedCharacteristic(
            15, "Старший курс без практики", "без практики",
            new GroupRule(false, [new RuleBlock(false, [new RuleTerm(RuleFields.Course, RuleOperator.AtLeast, ["3"]), new RuleTerm(RuleFields.OfFact(FactCode.FieldExperience), RuleOperator.Is, ["no"])])]),
            "Курс ≥ 3 и опыт: нет", 2, Enabled: true));
        var (_, whole) = await Timed(() => InOrganization(program, largest, changes[0], supplement));
        Report.Row($"first look, an organisation of {most}", whole.TotalSeconds, "s");
        var slowest = TimeSpan.Zero;
        foreach (var change in changes)
        {
            var (_, took) = await Timed(() => InOrganization(program, largest, change, supplement));
            slowest = took > slowest ? took : slowest;
        }

        report.AtMost("a parameter changed, organisation: slowest, with names", slowest.TotalSeconds, "s", SecondsLimit);
    }

    private static async Task<RegionTrial> InRegion(ServiceProvider program, MethodologyParameters tried)
    {
        await using var scope = program.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingScope>();
        acting.ActAs("system:cli");
        acting.EnterRegion("00");
        return await scope.ServiceProvider.GetRequiredService<TryInRegion>().Try(tried, CancellationToken.None);
    }

    private static async Task<MethodologyTrial> InOrganization(ServiceProvider program, Organization organization, MethodologyParameters tried, Supplement supplement)
    {
        await using var scope = Enter(program, organization);
        return await scope.ServiceProvider.GetRequiredService<TryMethodology>().Try(tried, supplement, CancellationToken.None);
    }

    private static AsyncServiceScope Enter(ServiceProvider program, Organization organization)
    {
        var scope = program.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().ActAs("system:cli");
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(organization.Id, organization.RegionCode);
        return scope;
    }

    private static async Task<(T Done, TimeSpan Took)> Timed<T>(Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        var done = await act();
        return (done, Stopwatch.GetElapsedTime(started));
    }
}
