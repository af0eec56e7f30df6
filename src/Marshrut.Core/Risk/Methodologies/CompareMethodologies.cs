using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Statistics;
using Marshrut.Rules.Figures;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Core.Risk.Methodologies;

/// <param name="Entering">NotHigh by the first version, High by the second.</param>
/// <param name="Leaving">The other way.</param>
public sealed record ComparedOrganization(string Name, ShownCount People, ShownCount Entering, ShownCount Leaving);

/// <summary>Two versions on the same people, without a name and without a count under five (R47).</summary>
public sealed record MethodologyComparison(
    MethodologyVersion First,
    MethodologyVersion Second,
    IReadOnlyList<ComparedOrganization> Organizations,
    ShownCount People,
    ShownCount Entering,
    ShownCount Leaving);

/// <summary>«Кто сменит уровень»: computes both versions on today's facts of every organisation of the region in scope; writes nothing.</summary>
public sealed class CompareMethodologies(MarshrutDb db, RegionStatistics statistics, IServiceScopeFactory scopes, TimeProvider clock) : IUseCase
{
    /// <summary>Stands in the journal for reading that shows nobody to anybody.</summary>
    private const string Actor = "system:comparison";

    /// <returns>Null where the region does not see one of the versions.</returns>
    public async Task<MethodologyComparison?> Compare(long firstId, long secondId, CancellationToken cancel)
    {
        var region = db.Scope.RegionCode ?? throw new RuleViolation("no-region", "Методики сравнивают в регионе. Выберите регион.");
        var versions = await db.VisibleMethodologies().AsNoTracking().Where(row => row.Id == firstId || row.Id == secondId).ToListAsync(cancel);
        if (versions.Find(row => row.Id == firstId) is not { } first || versions.Find(row => row.Id == secondId) is not { } second)
        {
            return null;
        }

        var rows = await statistics.Rows(region, cancel);
        var organizations = await db.Organizations.AsNoTracking()
            .Where(row => row.RegionCode == region && row.Kind != OrganizationKind.School)
            .OrderBy(row => row.Name).ThenBy(row => row.Id)
            .ToListAsync(cancel);
        var counts = new List<(int People, int Entering, int Leaving)>();
        foreach (var organization in organizations)
        {
            counts.Add(await Count(organization, Side(first, rows), Side(second, rows), cancel));
        }

        return Shown(first, second, organizations, counts);
    }

    private static MethodologyComparison Shown(
        MethodologyVersion first, MethodologyVersion second, List<Organization> organizations, List<(int People, int Entering, int Leaving)> counts)
    {
        var table = new HiddenCounts();
        var rows = counts.Select(row => (People: table.Add(row.People), Entering: table.Add(row.Entering), Leaving: table.Add(row.Leaving))).ToList();
        var (people, entering, leaving) = (
            table.Total([.. rows.Select(row => row.People)]), table.Total([.. rows.Select(row => row.Entering)]), table.Total([.. rows.Select(row => row.Leaving)]));
        foreach (var row in rows.Append((People: people, Entering: entering, Leaving: leaving)))
        {
            table.IsPartOf(row.Entering, row.People);
            table.IsPartOf(row.Leaving, row.People);
        }

        var shown = table.Hide();
        return new MethodologyComparison(
            first,
            second,
            [.. organizations.Zip(rows, (organization, row) => new ComparedOrganization(organization.Name, shown[row.People], shown[row.Entering], shown[row.Leaving]))],
            shown[people],
            shown[entering],
            shown[leaving]);
    }

    private (CompiledMethodology Methodology, EmploymentField Field) Side(MethodologyVersion version, IReadOnlyCollection<StatisticsRow> rows)
    {
        var methodology = new CompiledMethodology(MethodologyParameters.FromJson(version.Parameters));
        return (methodology, EmploymentField.Build(rows, methodology.Version.Horizon, clock.Today()));
    }

    /// <summary>In a scope of its own, as any work inside one organisation; only three numbers leave it.</summary>
    private async Task<(int People, int Entering, int Leaving)> Count(
        Organization organization,
        (CompiledMethodology Methodology, EmploymentField Field) first,
        (CompiledMethodology Methodology, EmploymentField Field) second,
        CancellationToken cancel)
    {
        await using var own = scopes.CreateAsyncScope();
        var acting = own.ServiceProvider.GetRequiredService<ActingScope>();
        acting.ActAs(Actor);
        acting.EnterOrganization(organization.Id, organization.RegionCode);
        var registers = own.ServiceProvider.GetRequiredService<AssessedRegister>();
        var today = clock.Today();
        var register = await registers.Read(organization, new AssessOrganizationInput(today, FinalYearOnly: false), cancel);
        var kept = register.RecordsKept;
        // Restricted facts never move a figure that somebody outside the ЦЗН reads.
        var before = new EnrolmentAssessor(first.Methodology, first.Field, today, kept, mayUseRestricted: false);
        var after = new EnrolmentAssessor(second.Methodology, second.Field, today, kept, mayUseRestricted: false);
        var (entering, leaving) = (0, 0);
        foreach (var row in register.Assessed)
        {
            var was = before.Assess(row.PersonFacts, row.EnrolmentFacts, row.Situation).Outcome.Level;
            var will = after.Assess(row.PersonFacts, row.EnrolmentFacts, row.Situation).Outcome.Level;
            entering += was < will ? 1 : 0;
            leaving += was > will ? 1 : 0;
        }

        return (register.Assessed.Count, entering, leaving);
    }
}
