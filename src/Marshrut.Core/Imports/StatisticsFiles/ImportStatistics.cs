using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.StatisticsFiles;

/// <summary>Writes a statistics file of a region in one transaction: a row known from an earlier import is replaced (R16).</summary>
public sealed class ImportStatistics(MarshrutDb db, BulkWriter bulk, TimeProvider clock) : IUseCase
{
    /// <exception cref="RuleViolation"><c>region-unknown</c>.</exception>
    public async Task<FileReport> Import(Stream file, string regionCode, CancellationToken cancel)
    {
        if (!await db.Regions.AnyAsync(row => row.Code == regionCode, cancel))
        {
            throw new RuleViolation("region-unknown", $"Региона с кодом «{regionCode}» нет. Нужны две цифры, например 77.");
        }

        var known = await db.Programmes.Select(row => row.Code).ToHashSetAsync(cancel);
        using var opened = StatisticsFile.Open(file);
        var parser = opened.CreateParser(known.Contains);
        var parsed = parser.Parse(opened.Rows()).ToList();
        var accepted = parsed.Where(row => row.Row is not null).Select(row => row.Row!).ToList();
        var ids = new IdRange(db.Ids.Reserve(accepted.Count + 1), accepted.Count + 1);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The first statement: it holds the region's row, so two files at once follow each other and none finds a row of the other too late.
        await db.Regions.Where(row => row.Code == regionCode).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, row => row.Name), cancel);
        var stored = await db.GraduateStatistics.AsNoTracking().Where(row => row.RegionCode == regionCode).ToDictionaryAsync(Key, cancel);
        var (created, updated, unchanged) = Sort(accepted, stored, regionCode, ids);
        await bulk.Insert(created, cancel);
        await bulk.Update(updated, null, cancel);
        db.Audit(new AuditDraft(null, AuditActions.StatisticsImported, "region", Details: new
        {
            region = regionCode,
            read = parser.Read,
            created = created.Count,
            updated = updated.Count,
            rejected = parsed.Count - accepted.Count,
        }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new FileReport(
            parser.Read,
            created.Count,
            updated.Count,
            unchanged,
            parsed.Count - accepted.Count,
            parser.Repaired,
            MissingFromFile: 0,
            [.. parsed.SelectMany(row => row.Errors)],
            [.. parsed.SelectMany(row => row.Repairs)],
            parser.Notices());
    }

    private (List<GraduateStatistic> Created, List<GraduateStatistic> Updated, int Unchanged) Sort(
        List<StatisticsFileRow> accepted, Dictionary<StatisticKey, GraduateStatistic> stored, string regionCode, IdRange ids)
    {
        var created = new List<GraduateStatistic>();
        var updated = new List<GraduateStatistic>();
        var unchanged = 0;
        foreach (var row in accepted)
        {
            var key = new StatisticKey(row.CohortYear, row.Horizon, row.ProgrammeCode, NameText.Normalize(row.Organization));
            if (!stored.TryGetValue(key, out var statistic))
            {
                created.Add(new GraduateStatistic
                {
                    Id = ids.Take(),
                    RegionCode = regionCode,
                    CohortYear = row.CohortYear,
                    Horizon = row.Horizon,
                    ProgrammeCode = row.ProgrammeCode,
                    Organization = row.Organization,
                    OrganizationKey = key.Organization,
                    OrganizationKind = row.Kind,
                    Graduates = row.Graduates,
                    Employed = row.Employed,
                    ImportedOn = clock.Today(),
                });
                continue;
            }

            if (statistic.Graduates == row.Graduates && statistic.Employed == row.Employed && (row.Kind is null || statistic.OrganizationKind == row.Kind))
            {
                unchanged++;
                continue;
            }

            statistic.Graduates = row.Graduates;
            statistic.Employed = row.Employed;
            statistic.OrganizationKind = row.Kind ?? statistic.OrganizationKind;
            statistic.Organization = row.Organization;
            statistic.ImportedOn = clock.Today();
            updated.Add(statistic);
        }

        return (created, updated, unchanged);
    }

    private static StatisticKey Key(GraduateStatistic row) => new(row.CohortYear, row.Horizon, row.ProgrammeCode, row.OrganizationKey);

    private readonly record struct StatisticKey(int CohortYear, int Horizon, string ProgrammeCode, string Organization);
}
