using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

public sealed record StaffRow(long UserId, string Login, string FullName, Role Role, bool MayHandleRestricted, bool IsBlocked);

public sealed record ApiKeyRow(long Id, string Name, DateTime CreatedAt, DateTime? RevokedAt);

/// <param name="Districts">Districts that a ЦЗН serves.</param>
public sealed record OrganizationView(
    Organization Organization, string RegionName, IReadOnlyList<StaffRow> Staff, IReadOnlyList<ApiKeyRow> Keys, IReadOnlyList<string> Districts);

/// <summary>An organisation as an administrator sees it: what it is, who works there, which programs have keys. No people.</summary>
public sealed class ShowOrganization(MarshrutDb db) : IUseCase
{
    /// <returns>Null: no such organisation.</returns>
    public async Task<OrganizationView?> Show(string code, CancellationToken cancel)
    {
        var organization = await db.Organizations.AsNoTracking().FirstOrDefaultAsync(row => row.Code == code, cancel);
        if (organization is null)
        {
            return null;
        }

        db.Scope.EnterOrganization(organization.Id, organization.RegionCode);
        var region = await db.Regions.Where(row => row.Code == organization.RegionCode).Select(row => row.Name).SingleAsync(cancel);
        var staff = await (
            from membership in db.Memberships
            where membership.OrganizationId == organization.Id
            join user in db.Users on membership.UserId equals user.Id
            orderby user.NormalizedUserName, membership.Role
            select new StaffRow(user.Id, user.UserName!, user.FullName, membership.Role, membership.MayHandleRestricted, user.BlockedAt != null)).ToListAsync(cancel);
        var keys = await db.ApiKeys.OrderBy(key => key.Id).Select(key => new ApiKeyRow(key.Id, key.Name, key.CreatedAt, key.RevokedAt)).ToListAsync(cancel);
        var districts = await db.Districts.Where(row => row.ServedById == organization.Id).OrderBy(row => row.SearchName).Select(row => row.Name).ToListAsync(cancel);
        return new OrganizationView(organization, region, staff, keys, districts);
    }
}
