using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

public sealed record DistrictRow(long Id, string Name, string? CentreCode);

public sealed record CentreRow(string Code, string Name);

/// <param name="Centres">Employment centres of the region, by name.</param>
public sealed record RegionDistricts(string RegionName, IReadOnlyList<DistrictRow> Districts, IReadOnlyList<CentreRow> Centres);

/// <summary>Districts of a region with the ЦЗН that serves each, by name.</summary>
public sealed class ListDistricts(MarshrutDb db) : IUseCase
{
    /// <returns>Null: no such region.</returns>
    public async Task<RegionDistricts?> List(string regionCode, CancellationToken cancel)
    {
        var name = await db.Regions.Where(region => region.Code == regionCode).Select(region => region.Name).FirstOrDefaultAsync(cancel);
        if (name is null)
        {
            return null;
        }

        var centres = await db.Organizations.Where(row => row.RegionCode == regionCode && row.Kind == OrganizationKind.EmploymentCentre)
            .OrderBy(row => row.Name).Select(row => new CentreRow(row.Code, row.Name)).ToListAsync(cancel);
        var districts = await (
            from district in db.Districts
            where district.RegionCode == regionCode
            join centre in db.Organizations on district.ServedById equals centre.Id into served
            from centre in served.DefaultIfEmpty()
            orderby district.SearchName
            select new DistrictRow(district.Id, district.Name, centre.Code)).ToListAsync(cancel);
        return new RegionDistricts(name, districts, centres);
    }
}
