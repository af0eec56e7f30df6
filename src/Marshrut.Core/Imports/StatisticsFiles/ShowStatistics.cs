using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.StatisticsFiles;

/// <summary>A year of graduation with the number of years after it (R23).</summary>
public sealed record StatisticsPair(int CohortYear, int Horizon);

/// <param name="Name">From the directory; null: the code is not in it.</param>
/// <param name="Organizations">Rows of the file behind the sum.</param>
public sealed record ProgrammeStatistics(string Code, string? Name, int Organizations, int Graduates, int Employed);

/// <param name="Pairs">Newest year first, then the shorter horizon.</param>
/// <param name="Pair">The one shown; null: the region has no statistics yet.</param>
/// <param name="ImportedOn">Latest day of a row of the pair.</param>
public sealed record StatisticsView(IReadOnlyList<StatisticsPair> Pairs, StatisticsPair? Pair, DateOnly? ImportedOn, IReadOnlyList<ProgrammeStatistics> Programmes)
{
    public int Graduates => Programmes.Sum(row => row.Graduates);

    public int Employed => Programmes.Sum(row => row.Employed);
}

/// <summary>Employment of graduates in the region in scope: one year and horizon by programme, summed over organisations as characteristic 1 reads it.</summary>
public sealed class ShowStatistics(MarshrutDb db) : IUseCase
{
    /// <param name="cohortYear">Null: the newest there is.</param>
    /// <param name="horizon">Null: 1 where it is there, else the first.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="RuleViolation"><c>no-region</c>.</exception>
    public async Task<StatisticsView> Show(int? cohortYear, int? horizon, CancellationToken cancel)
    {
        var region = db.Scope.RegionCode ?? throw new RuleViolation("no-region", "Статистика есть у региона. Выберите регион.");
        var rows = db.GraduateStatistics.AsNoTracking().Where(row => row.RegionCode == region);
        var pairs = (await rows.Select(row => new { row.CohortYear, row.Horizon }).Distinct().ToListAsync(cancel))
            .OrderByDescending(row => row.CohortYear).ThenBy(row => row.Horizon)
            .Select(row => new StatisticsPair(row.CohortYear, row.Horizon))
            .ToList();
        var ofYear = pairs.Where(row => row.CohortYear == (cohortYear ?? pairs[0].CohortYear)).ToList();
        var pair = ofYear.Find(row => row.Horizon == (horizon ?? 1)) ?? ofYear.FirstOrDefault() ?? pairs.FirstOrDefault();
        if (pair is null)
        {
            return new StatisticsView([], null, null, []);
        }

        var sums = await rows.Where(row => row.CohortYear == pair.CohortYear && row.Horizon == pair.Horizon)
            .GroupBy(row => row.ProgrammeCode)
            .Select(group => new
            {
                Code = group.Key,
                Organizations = group.Count(),
                Graduates = group.Sum(row => row.Graduates),
                Employed = group.Sum(row => row.Employed),
                ImportedOn = group.Max(row => row.ImportedOn),
            })
            .ToListAsync(cancel);
        List<string> codes = [.. sums.Select(row => row.Code)];
        var names = await db.Programmes.Where(row => codes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Name, cancel);
        return new StatisticsView(
            pairs,
            pair,
            sums.Max(row => row.ImportedOn),
            [
                .. sums.OrderBy(row => row.Code, StringComparer.Ordinal)
                    .Select(row => new ProgrammeStatistics(row.Code, names.GetValueOrDefault(row.Code), row.Organizations, row.Graduates, row.Employed)),
            ]);
    }
}
