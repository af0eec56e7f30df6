using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.StatisticsFiles;

/// <summary>A row of a statistics file that comes in (R16, DESIGN §7).</summary>
/// <param name="CohortYear">Year of graduation, 1990–2050.</param>
/// <param name="Horizon">Years after graduation, 0–10.</param>
/// <param name="ProgrammeCode"><c>NN.NN.NN</c>.</param>
/// <param name="Organization">Any name or code, mended, known here or not.</param>
/// <param name="Kind">Null where the cell is empty or could not be read.</param>
/// <param name="Graduates">Not negative.</param>
/// <param name="Employed">Not more than the graduates.</param>
public sealed record StatisticsFileRow(
    int CohortYear, int Horizon, string ProgrammeCode, string Organization, OrganizationKind? Kind, int Graduates, int Employed);

/// <summary>A data row of a statistics file as it was understood; the accounting is that of a register (R16).</summary>
/// <param name="Number">The sheet's own row number.</param>
/// <param name="Row">The values; null when the row is rejected.</param>
/// <param name="Errors">Cells that could not be read.</param>
/// <param name="Repairs">Cells that were mended and taken.</param>
public sealed record ParsedStatisticsRow(
    int Number, StatisticsFileRow? Row, IReadOnlyList<CellError> Errors, IReadOnlyList<CellRepair> Repairs)
{
    public bool Rejected => Row is null;
}
