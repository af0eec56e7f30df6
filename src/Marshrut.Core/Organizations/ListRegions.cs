using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

public sealed record RegionRow(string Code, string Name);

/// <summary>All regions, by code.</summary>
public sealed class ListRegions(MarshrutDb db) : IUseCase
{
    public async Task<IReadOnlyList<RegionRow>> List(CancellationToken cancel) =>
        await db.Regions.OrderBy(region => region.Code).Select(region => new RegionRow(region.Code, region.Name)).ToListAsync(cancel);
}
