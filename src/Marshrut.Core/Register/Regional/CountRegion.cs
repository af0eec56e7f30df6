using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Figures;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Regional;

/// <summary>Counts of a row as they may be shown.</summary>
public sealed record RegionCells(
    ShownCount Students, ShownCount Assessed, ShownCount High, ShownCount Confirmed, ShownCount LastCourse, ShownCount LastCourseAssessed, StageCells Stages);

/// <summary>The way to work after the confirmation, as it may be shown.</summary>
public sealed record StageCells(ShownCount Consented, ShownCount Handed, ShownCount Accepted, ShownCount Planned, ShownCount Ended);

/// <param name="People">People of the register; as <see cref="Cells"/> safe to show.</param>
/// <param name="HasRegister">Something was imported or entered.</param>
/// <param name="HasBegun">A level was determined in this assessment year.</param>
public sealed record RegionOrganization(
    long Id, string Name, OrganizationKind Kind, ShownCount People, RegionCells Cells, DateTime? LastImport, DateTime? LastRun, bool HasRegister, bool HasBegun)
{
    /// <summary>Schools have registers, and no level is determined there.</summary>
    public bool DeterminesRisk => Kind != OrganizationKind.School;
}

/// <param name="Name">From the directory; null: the code is not in it.</param>
public sealed record RegionProgramme(string Code, string? Name, RegionCells Cells);

/// <param name="Name">Empty: where they will live is not told.</param>
public sealed record RegionDistrict(string Name, RegionCells Cells);

/// <summary>What became of those who were handed over to one employment centre.</summary>
public sealed record RegionCentre(string Name, StageCells Cells);

/// <summary>Organisations that stand together and have a total of their own.</summary>
public sealed record RegionGroup(string Title, IReadOnlyList<RegionOrganization> Organizations, ShownCount People, RegionCells Total);

/// <summary>What the working group sees of its region: no names, no count under five, nothing from which one can be found.</summary>
/// <param name="Study">Colleges and universities, whose duty the determination of risk is.</param>
/// <param name="Others">Employment centres and schools.</param>
/// <param name="Programmes">Of colleges and universities together; their total is that of <paramref name="Study"/>.</param>
/// <param name="Districts"><inheritdoc cref="Programmes" path="/node()"/></param>
/// <param name="Centres">Whom they were handed to; the total is that of the handed of <paramref name="Study"/>.</param>
/// <param name="CountedAt">When the hand-overs were counted, UTC: at most a minute ago.</param>
public sealed record RegionOverview(
    string RegionName,
    AssessmentYear Year,
    RegionGroup Study,
    IReadOnlyList<RegionGroup> Others,
    IReadOnlyList<RegionProgramme> Programmes,
    IReadOnlyList<RegionDistrict> Districts,
    IReadOnlyList<RegionCentre> Centres,
    DateTime CountedAt)
{
    /// <summary>Colleges, universities and centres that have no register, or no level determined this year.</summary>
    public IReadOnlyList<RegionOrganization> NotBegun =>
        [.. Others.Prepend(Study).SelectMany(group => group.Organizations).Where(row => row.DeterminesRisk ? !row.HasBegun : !row.HasRegister)];
}

/// <summary>The state of the year's duty over the organisations of the region in scope.</summary>
public sealed class CountRegion(MarshrutDb db, RegionCounts counts, TimeProvider clock) : IUseCase
{
    private static readonly (string Title, OrganizationKind[] Kinds)[] Groups =
    [
        ("Колледжи и вузы", [OrganizationKind.College, OrganizationKind.University]),
        ("Центры занятости: кто пришёл сам", [OrganizationKind.EmploymentCentre]),
        ("Школы", [OrganizationKind.School]),
    ];

    /// <exception cref="RuleViolation"><c>no-region</c>.</exception>
    public async Task<RegionOverview> Count(CancellationToken cancel)
    {
        var code = db.Scope.RegionCode ?? throw new RuleViolation("no-region", "Сводка есть у региона. Выберите регион.");
        var today = clock.Today();
        var organizations = await db.Organizations.AsNoTracking().Where(row => row.RegionCode == code).OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancel);
        var found = await counts.Of(db, organizations, today, cancel);
        var table = new RegionTable();
        var groups = Groups.Select(group => (
                group.Title,
                Rows: (List<Organization>)[.. organizations.Where(row => group.Kinds.Contains(row.Kind))],
                IsStudy: group.Kinds.Contains(OrganizationKind.College)))
            .Where(group => group.IsStudy || group.Rows.Count > 0)
            .Select(group => (group.Title, group.Rows, Cells: table.Add([.. group.Rows.Select(row => found[row.Id])])))
            .ToList();
        var cohorts = groups[0].Rows.SelectMany(row => found[row.Id].Cohorts).ToList();
        var programmes = Sums(cohorts, row => row.ProgrammeCode, StringComparer.Ordinal);
        var programmeCells = table.DivideBy(groups[0].Cells, programmes, RegionRow.Divided);
        var districts = Sums(cohorts, row => row.District, StringComparer.Ordinal);
        var districtCells = table.DivideBy(groups[0].Cells, districts, RegionRow.Divided);
        var centres = Sums(cohorts.Where(row => row.Centre > 0), row => row.Centre, Comparer<long>.Default);
        var centreCells = table.DivideBy(groups[0].Cells, centres, RegionRow.Handover);
        var names = await Names(programmes, cancel);
        var centreNames = organizations.ToDictionary(row => row.Id, row => row.Name);
        counts.Hide(code, table, [.. organizations.Select(row => (row, found[row.Id]))]);
        var shown = groups.Select(group => new RegionGroup(
            group.Title,
            [.. group.Rows.Select((row, i) => Shown(row, found[row.Id], table, group.Cells.Rows[i]))],
            table[group.Cells.Total.People],
            table.Cells(group.Cells.Total))).ToList();
        return new RegionOverview(
            await db.Regions.Where(row => row.Code == code).Select(row => row.Name).SingleAsync(cancel),
            AssessmentYear.Of(today),
            shown[0],
            [.. shown.Skip(1)],
            [.. programmes.Select((row, i) => new RegionProgramme(row.ProgrammeCode, names.GetValueOrDefault(row.ProgrammeCode), table.Cells(programmeCells[i])))],
            [.. districts.Select((row, i) => new RegionDistrict(row.District, table.Cells(districtCells[i])))],
            [.. centres.Select((row, i) => new RegionCentre(centreNames.GetValueOrDefault(row.Centre, ""), table.Cells(centreCells[i]).Stages)).OrderBy(row => row.Name, StringComparer.Ordinal)],
            counts.CountedAt(organizations));
    }

    private static List<CohortCount> Sums<T>(IEnumerable<CohortCount> cohorts, Func<CohortCount, T> by, IComparer<T> order) =>
        [.. cohorts.GroupBy(by).OrderBy(rows => rows.Key, order).Select(rows => rows.Aggregate((sum, row) => sum + row))];

    private static RegionOrganization Shown(Organization row, OrganizationCount count, RegionTable table, RegionRow cells) => new(
        row.Id, row.Name, row.Kind, table[cells.People], table.Cells(cells), count.LastImport, count.LastRun, count.People > 0, count.Sum.Assessed > 0);

    private async Task<Dictionary<string, string>> Names(List<CohortCount> programmes, CancellationToken cancel)
    {
        List<string> codes = [.. programmes.Select(row => row.ProgrammeCode)];
        return await db.Programmes.Where(row => codes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Name, cancel);
    }
}
