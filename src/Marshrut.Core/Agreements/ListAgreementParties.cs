using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Agreements;

public sealed record PartyChoice(string Code, string Name);

/// <summary>Whom the organisation in scope can make an agreement with: the other kind, of its own region, by name.</summary>
public sealed class ListAgreementParties(MarshrutDb db) : IUseCase
{
    public async Task<IReadOnlyList<PartyChoice>> List(CancellationToken cancel)
    {
        var own = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == db.Scope.OrganizationId, cancel);
        var kinds = own.Kind switch
        {
            OrganizationKind.EmploymentCentre => [OrganizationKind.College, OrganizationKind.University],
            OrganizationKind.College or OrganizationKind.University => [OrganizationKind.EmploymentCentre],
            _ => Array.Empty<OrganizationKind>(),
        };
        return await db.Organizations.AsNoTracking()
            .Where(row => row.RegionCode == own.RegionCode && kinds.Contains(row.Kind))
            .OrderBy(row => row.Name).ThenBy(row => row.Code)
            .Select(row => new PartyChoice(row.Code, row.Name))
            .ToListAsync(cancel);
    }
}
