using System.Diagnostics;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Statistics;
using Marshrut.Rules.Figures;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Core.Risk.Sandbox;

/// <param name="Name">Of an organisation, or a programme.</param>
public sealed record ShownTrialRow(string Name, ShownCount High, ShownCount Entering, ShownCount Leaving)
{
    /// <summary>Null: it would tell what is hidden.</summary>
    public int? WillBeHigh => High.How == CountShown.AsIs && Entering.How == CountShown.AsIs && Leaving.How == CountShown.AsIs ? High.Value + Entering.Value - Leaving.Value : null;
}

/// <summary>A trial on a whole region, without a name and without a count under five (R47).</summary>
/// <param name="Took">Computing alone.</param>
/// <param name="Read">Reading the registers first; zero where all of them were kept.</param>
public sealed record RegionTrial(ShownCount People, ShownTrialRow All, IReadOnlyList<ShownTrialRow> ByOrganization, IReadOnlyList<ShownTrialRow> ByProgramme, TimeSpan Took, TimeSpan Read);

/// <summary>What another methodology would do to the levels of the region in scope. Writes nothing; only hidden counts leave it.</summary>
public sealed class TryInRegion(MarshrutDb db, RegisterSnapshots snapshots, RegionStatistics statistics, MethodologyInForce methodologies, IServiceScopeFactory scopes, TimeProvider clock) : IUseCase
{
    private const string Actor = "system:comparison";

    /// <summary>A programme of fewer organisations is not told apart: beside the table of organisations it would tell one of them.</summary>
    private const int FewestOrganizations = 3;

    private const int MostProgrammes = 30;

    /// <exception cref="RuleViolation"><c>methodology-wrong</c>: the parameters cannot be used.</exception>
    public async Task<RegionTrial> Try(MethodologyParameters tried, CancellationToken cancel)
    {
        var region = db.Scope.RegionCode ?? throw new RuleViolation("no-region", "Методику пробуют в регионе. Выберите регион.");
        if (tried.Validate() is [var problem, ..])
        {
            throw new RuleViolation("methodology-wrong", problem);
        }

        var today = clock.Today();
        var inForce = MethodologyParameters.FromJson((await methodologies.Find(region, today, cancel)).Parameters);
        var rows = await statistics.Rows(region, cancel);
        var organizations = await db.Organizations.AsNoTracking()
            .Where(row => row.RegionCode == region && row.Kind != OrganizationKind.School)
            .OrderBy(row => row.Name).ThenBy(row => row.Id)
            .ToListAsync(cancel);
        var reading = Stopwatch.GetTimestamp();
        var opened = new (RegisterSnapshot Snapshot, Supplement Supplement)[organizations.Count];
        await Parallel.ForAsync(0, organizations.Count, cancel, async (i, stop) => opened[i] = await Open(organizations[i], today, stop));
        var read = Stopwatch.GetElapsedTime(reading);
        var started = Stopwatch.GetTimestamp();
        var byOrganization = new List<TrialCounts>();
        var byProgramme = new Dictionary<string, (TrialCounts Counts, int Organizations)>();
        var (before, after) = (new TrialSide(inForce, Supplement.Empty, rows, today), new TrialSide(tried, Supplement.Empty, rows, today));
        foreach (var (snapshot, supplement) in opened)
        {
            // Restricted facts never move a figure that somebody outside the ЦЗН reads.
            var judged = Trials.Compare(snapshot, before.In(supplement), after.In(supplement), mayUseRestricted: false);
            var all = default(TrialCounts);
            var here = new Dictionary<string, TrialCounts>();
            for (var i = 0; i < judged.Length; i++)
            {
                all = all.With(judged[i]);
                var programme = snapshot.Register.Assessed[i].Situation.Scope.ProgrammeCode;
                here[programme] = here.GetValueOrDefault(programme).With(judged[i]);
            }

            byOrganization.Add(all);
            foreach (var (code, counts) in here)
            {
                var sum = byProgramme.GetValueOrDefault(code);
                byProgramme[code] = (sum.Counts.With(counts), sum.Organizations + 1);
            }
        }

        var took = Stopwatch.GetElapsedTime(started);
        return await Shown(organizations, byOrganization, byProgramme, took, read, cancel);
    }

    /// <summary>In a scope of its own, as any work inside one organisation.</summary>
    private async Task<(RegisterSnapshot Snapshot, Supplement Supplement)> Open(Organization organization, DateOnly today, CancellationToken cancel)
    {
        await using var own = scopes.CreateAsyncScope();
        var acting = own.ServiceProvider.GetRequiredService<ActingScope>();
        acting.ActAs(Actor);
        acting.EnterOrganization(organization.Id, organization.RegionCode);
        var supplement = (await own.ServiceProvider.GetRequiredService<SupplementInForce>().Find(today, cancel)).Content;
        var snapshot = await snapshots.Of(organization, today, supplement.Added.Length > 0, own.ServiceProvider.GetRequiredService<AssessedRegister>(), cancel);
        return (snapshot, supplement);
    }

    private async Task<RegionTrial> Shown(
        List<Organization> organizations, List<TrialCounts> byOrganization, Dictionary<string, (TrialCounts Counts, int Organizations)> byProgramme, TimeSpan took, TimeSpan read, CancellationToken cancel)
    {
        var codes = byProgramme.Where(one => one.Value.Organizations >= FewestOrganizations)
            .OrderByDescending(one => one.Value.Counts.People).ThenBy(one => one.Key, StringComparer.Ordinal).Take(MostProgrammes)
            .Select(one => one.Key).ToList();
        var rest = byProgramme.Where(one => !codes.Contains(one.Key)).Aggregate(default(TrialCounts), (sum, one) => sum.With(one.Value.Counts));
        var programmes = codes.ConvertAll(code => byProgramme[code].Counts);
        if (rest.People > 0)
        {
            programmes.Add(rest);
        }

        var table = new HiddenCounts();
        var places = byOrganization.ConvertAll(one => new TrialCells(table.Add(one.High), table.Add(one.Entering), table.Add(one.Leaving)));
        var kinds = programmes.ConvertAll(one => new TrialCells(table.Add(one.High), table.Add(one.Entering), table.Add(one.Leaving)));
        var total = new TrialCells(
            table.Total([.. places.Select(row => row.High)]), table.Total([.. places.Select(row => row.Entering)]), table.Total([.. places.Select(row => row.Leaving)]));
        if (kinds.Count > 0)
        {
            table.AlsoDivides(total.High, [.. kinds.Select(row => row.High)]);
            table.AlsoDivides(total.Entering, [.. kinds.Select(row => row.Entering)]);
            table.AlsoDivides(total.Leaving, [.. kinds.Select(row => row.Leaving)]);
        }

        foreach (var row in places.Concat(kinds).Append(total))
        {
            table.IsPartOf(row.Leaving, row.High);
        }

        var people = table.Add(byOrganization.Sum(one => one.People));
        table.IsPartOf(total.High, people, guardsRest: true);
        var shown = table.Hide();
        ShownTrialRow Row(string name, TrialCells cells) => new(name, shown[cells.High], shown[cells.Entering], shown[cells.Leaving]);
        var names = await db.Programmes.Where(row => codes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Name, cancel);
        return new RegionTrial(
            shown[people],
            Row("Все", total),
            [.. organizations.Zip(places, (organization, cells) => Row(organization.Name, cells))],
            [
                .. codes.Select((code, i) => Row(names.TryGetValue(code, out var name) ? $"{code} {name}" : code, kinds[i])),
                .. rest.People > 0 ? new[] { Row("Остальные направления", kinds[^1]) } : [],
            ],
            took,
            read);
    }

    private readonly record struct TrialCells(int High, int Entering, int Leaving);
}
