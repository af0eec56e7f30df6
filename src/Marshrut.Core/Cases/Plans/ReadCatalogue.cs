using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <param name="Version">0: the region has changed nothing, it is the federal catalogue.</param>
public sealed record RegionCatalogue(PlanCatalogue Content, int Version, DateTime? ChangedAt);

/// <summary>The catalogue of measures that holds in the region in scope.</summary>
public sealed class ReadCatalogue(MarshrutDb db) : IUseCase
{
    public async Task<RegionCatalogue> Read(CancellationToken cancel)
    {
        var region = db.Scope.RegionCode;
        return await db.PlanCatalogues.AsNoTracking().FirstOrDefaultAsync(row => row.RegionCode == region, cancel) is { } row
            ? new RegionCatalogue(PlanCatalogue.FromJson(row.Content), row.Version, row.ChangedAt)
            : new RegionCatalogue(PlanCatalogue.Federal, 0, null);
    }
}
