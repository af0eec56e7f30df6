using Marshrut.Rules.Figures;

namespace Marshrut.Core.Register.Regional;

/// <summary>Numbers of the cells of one row in <see cref="HiddenCounts"/>.</summary>
/// <param name="People">-1 in rows by programme and by district: people are counted by organisation.</param>
internal sealed record RegionRow(
    int People, int Students, int Assessed, int High, int Confirmed, int LastCourse, int LastCourseAssessed, int Consented, int Handed, int Accepted, int Planned, int Ended)
{
    /// <summary>What a row by programme or by district divides once more.</summary>
    public static IReadOnlyList<Func<RegionRow, int>> Divided { get; } =
    [
        row => row.Students, row => row.Assessed, row => row.High, row => row.Confirmed, row => row.LastCourse, row => row.LastCourseAssessed, row => row.Consented,
        .. Handover,
    ];

    /// <summary>What a row by employment centre divides once more.</summary>
    public static IReadOnlyList<Func<RegionRow, int>> Handover => [row => row.Handed, row => row.Accepted, row => row.Planned, row => row.Ended];
}

internal sealed record RegionRows(IReadOnlyList<RegionRow> Rows, RegionRow Total);

/// <summary>All tables of a region's pages told to <see cref="HiddenCounts"/> as one, because they share their totals.</summary>
internal sealed class RegionTable
{
    private const int NoCell = -1;
    private readonly HiddenCounts hidden = new();
    private ShownCount[] shown = [];

    public ShownCount this[int cell] => cell == NoCell ? default : shown[cell];

    public RegionRows Add(IReadOnlyList<OrganizationCount> organizations)
    {
        List<RegionRow> rows = [.. organizations.Select(row => Row(row.Sum, hidden.Add(row.People)))];
        int Total(Func<RegionRow, int> cell) => hidden.Total([.. rows.Select(cell)]);
        var total = new RegionRow(
            Total(row => row.People), Total(row => row.Students), Total(row => row.Assessed), Total(row => row.High), Total(row => row.Confirmed),
            Total(row => row.LastCourse), Total(row => row.LastCourseAssessed), Total(row => row.Consented), Total(row => row.Handed), Total(row => row.Accepted),
            Total(row => row.Planned), Total(row => row.Ended));
        Relate(total);
        return new RegionRows(rows, total);
    }

    /// <summary>The enrolments of a group of organisations once more, by programme, by district or, of the handed over, by centre.</summary>
    public IReadOnlyList<RegionRow> DivideBy(RegionRows group, IReadOnlyList<CohortCount> parts, IReadOnlyList<Func<RegionRow, int>> cells)
    {
        List<RegionRow> rows = [.. parts.Select(row => Row(row, NoCell))];
        foreach (var cell in cells)
        {
            hidden.AlsoDivides(cell(group.Total), [.. rows.Select(cell)]);
        }

        return rows;
    }

    /// <returns>What may be shown, by cell.</returns>
    public ShownCount[] Hide() => shown = hidden.Hide();

    /// <summary>The same table was hidden before.</summary>
    /// <param name="before">What <see cref="Hide"/> gave then.</param>
    public void HideAs(ShownCount[] before) => shown = before;

    public RegionCells Cells(RegionRow row) => new(
        this[row.Students], this[row.Assessed], this[row.High], this[row.Confirmed], this[row.LastCourse], this[row.LastCourseAssessed],
        new StageCells(this[row.Consented], this[row.Handed], this[row.Accepted], this[row.Planned], this[row.Ended]));

    private RegionRow Row(CohortCount count, int people)
    {
        var row = new RegionRow(
            people, hidden.Add(count.Students), hidden.Add(count.Assessed), hidden.Add(count.High), hidden.Add(count.Confirmed),
            hidden.Add(count.LastCourse), hidden.Add(count.LastCourseAssessed), hidden.Add(count.Consented), hidden.Add(count.Handed), hidden.Add(count.Accepted),
            hidden.Add(count.Planned), hidden.Add(count.Ended));
        Relate(row);
        return row;
    }

    /// <summary>
    /// Each count with those it is a part of. The rest of the high among the assessed is a level of people too, so it is guarded; the others left over
    /// (not yet assessed, not yet confirmed, without a plan) tell of work and of nobody's level.
    /// </summary>
    private void Relate(RegionRow row)
    {
        hidden.IsPartOf(row.Assessed, row.Students);
        hidden.IsPartOf(row.High, row.Assessed, guardsRest: true);
        hidden.IsPartOf(row.Confirmed, row.High);
        hidden.IsPartOf(row.LastCourse, row.Students);
        hidden.IsPartOf(row.LastCourseAssessed, row.LastCourse);
        hidden.IsPartOf(row.LastCourseAssessed, row.Assessed);
        hidden.IsPartOf(row.Consented, row.Confirmed);
        hidden.IsPartOf(row.Accepted, row.Handed);
        hidden.IsPartOf(row.Planned, row.Accepted);
        hidden.IsPartOf(row.Ended, row.Accepted);
    }
}
