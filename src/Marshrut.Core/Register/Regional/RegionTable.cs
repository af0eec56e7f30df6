using Marshrut.Rules.Figures;

namespace Marshrut.Core.Register.Regional;

/// <summary>Numbers of the cells of one row in <see cref="HiddenCounts"/>.</summary>
/// <param name="People">-1 in rows by programme: people are counted by organisation.</param>
internal sealed record RegionRow(int People, int Students, int Assessed, int High, int Confirmed, int LastCourse, int LastCourseAssessed);

internal sealed record RegionRows(IReadOnlyList<RegionRow> Rows, RegionRow Total);

/// <summary>All tables of a region's page told to <see cref="HiddenCounts"/> as one, because they share their totals.</summary>
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
            Total(row => row.LastCourse), Total(row => row.LastCourseAssessed));
        Relate(total);
        return new RegionRows(rows, total);
    }

    /// <summary>The enrolments of a group of organisations once more, by programme.</summary>
    public IReadOnlyList<RegionRow> DivideByProgramme(RegionRows group, IReadOnlyList<ProgrammeCount> programmes)
    {
        List<RegionRow> rows = [.. programmes.Select(row => Row(row, NoCell))];
        void Divides(Func<RegionRow, int> cell) => hidden.AlsoDivides(cell(group.Total), [.. rows.Select(cell)]);
        Divides(row => row.Students);
        Divides(row => row.Assessed);
        Divides(row => row.High);
        Divides(row => row.Confirmed);
        Divides(row => row.LastCourse);
        Divides(row => row.LastCourseAssessed);
        return rows;
    }

    public void Hide() => shown = hidden.Hide();

    public RegionCells Cells(RegionRow row) =>
        new(this[row.Students], this[row.Assessed], this[row.High], this[row.Confirmed], this[row.LastCourse], this[row.LastCourseAssessed]);

    private RegionRow Row(ProgrammeCount count, int people)
    {
        var row = new RegionRow(
            people, hidden.Add(count.Students), hidden.Add(count.Assessed), hidden.Add(count.High), hidden.Add(count.Confirmed),
            hidden.Add(count.LastCourse), hidden.Add(count.LastCourseAssessed));
        Relate(row);
        return row;
    }

    /// <summary>
    /// Each count with those it is a part of. The rest of the high among the assessed is a level of people too, so it is guarded; the others left over
    /// (not yet assessed, not yet confirmed) tell of work and of nobody's level.
    /// </summary>
    private void Relate(RegionRow row)
    {
        hidden.IsPartOf(row.Assessed, row.Students);
        hidden.IsPartOf(row.High, row.Assessed, guardsRest: true);
        hidden.IsPartOf(row.Confirmed, row.High);
        hidden.IsPartOf(row.LastCourse, row.Students);
        hidden.IsPartOf(row.LastCourseAssessed, row.LastCourse);
        hidden.IsPartOf(row.LastCourseAssessed, row.Assessed);
    }
}
