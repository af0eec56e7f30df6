using Marshrut.Core.Imports;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Web.Pages.Imports;

/// <summary>What is said of one cell of the file, as the page shows it.</summary>
/// <param name="Was">The cell; «скрыто» where it is sensitive.</param>
/// <param name="Became">What was taken instead; null: nothing.</param>
/// <param name="IsRejected">The whole row stays out.</param>
public sealed record CheckRow(int Row, string Name, string Column, string Was, string? Became, string Words, bool IsRejected)
{
    /// <summary>All that is worth looking at: first what stays out, then cells left empty, then what was mended.</summary>
    public static IReadOnlyList<CheckRow> Of(ImportReport report)
    {
        var rejected = report.Errors.Where(error => error.Rejects).Select(error => error.Row).ToHashSet();
        return
        [
            .. report.Errors.OrderBy(error => !rejected.Contains(error.Row)).ThenBy(error => error.Row).Select(error => Of(report, error, rejected.Contains(error.Row))),
            .. report.Repairs.OrderBy(repair => repair.Row).Select(repair => Of(report, repair, rejected.Contains(repair.Row))),
        ];
    }

    private static CheckRow Of(ImportReport report, CellError error, bool rejected) => new(
        error.Row,
        report.Names.GetValueOrDefault(error.Row, ""),
        error.IsSensitive ? ImportWords.SensitiveColumn : error.Column,
        error.IsSensitive ? ImportWords.Hidden : error.Value.Length == 0 ? "пусто" : error.Value,
        null,
        error.IsSensitive ? ImportWords.SensitiveTrouble : error.Message,
        rejected);

    private static CheckRow Of(ImportReport report, CellRepair repair, bool rejected) => new(
        repair.Row,
        report.Names.GetValueOrDefault(repair.Row, ""),
        repair.IsSensitive ? ImportWords.SensitiveColumn : repair.Column,
        repair.IsSensitive ? ImportWords.Hidden : repair.Value,
        repair.IsSensitive ? ImportWords.Hidden : repair.NewValue,
        ImportWords.Repair(repair.Code),
        rejected);
}
