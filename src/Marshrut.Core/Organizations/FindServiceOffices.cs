using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <summary>One employment centre of a service.</summary>
public sealed record ServiceOffice(long Id, string Name, string? Address);

/// <param name="LegalName">The legal person that a consent names.</param>
/// <param name="Offices">By name; the asked centre is always among them.</param>
public sealed record EmploymentService(string LegalName, string? Inn, string? Address, IReadOnlyList<ServiceOffice> Offices)
{
    public bool Has(long centreId) => Offices.Any(office => office.Id == centreId);
}

/// <summary>
/// The employment service that a centre belongs to: the centres of its region with the same ИНН. A consent names the service, so that another office of it
/// needs no new signature (DOMAIN §13). A centre without ИНН is a service of its own.
/// </summary>
public sealed class FindServiceOffices(MarshrutDb db) : IUseCase
{
    /// <returns>Null: there is no such employment centre.</returns>
    public async Task<EmploymentService?> Find(long centreId, CancellationToken cancel)
    {
        if (await db.Organizations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == centreId && row.Kind == OrganizationKind.EmploymentCentre, cancel) is not { } centre)
        {
            return null;
        }

        List<ServiceOffice> offices = centre.Inn is null
            ? [new ServiceOffice(centre.Id, centre.Name, centre.Address)]
            : await db.Organizations
                .Where(row => row.Kind == OrganizationKind.EmploymentCentre && row.RegionCode == centre.RegionCode && row.Inn == centre.Inn)
                .OrderBy(row => row.Name)
                .Select(row => new ServiceOffice(row.Id, row.Name, row.Address))
                .ToListAsync(cancel);
        return new EmploymentService(centre.LegalName ?? centre.Name, centre.Inn, centre.Address, offices);
    }
}
