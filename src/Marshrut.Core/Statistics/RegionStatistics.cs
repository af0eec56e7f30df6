using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Statistics;

/// <summary>A region's employment statistics as the rules read them. One scope reads them once: a run over many organisations asks often.</summary>
public sealed class RegionStatistics(MarshrutDb db) : IUseCase
{
    private (string Region, List<StatisticsRow> Rows)? known;

    public async Task<IReadOnlyCollection<StatisticsRow>> Rows(string regionCode, CancellationToken cancel)
    {
        if (known is { } cached && cached.Region == regionCode)
        {
            return cached.Rows;
        }

        var rows = await db.GraduateStatistics.Where(row => row.RegionCode == regionCode)
            .Select(row => new StatisticsRow(row.CohortYear, row.Horizon, row.ProgrammeCode, row.Graduates, row.Employed, row.ImportedOn))
            .ToListAsync(cancel);
        known = (regionCode, rows);
        return rows;
    }
}
