using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>Who sent the request, as the database knows it now.</summary>
public sealed record SignedInUser(long Id, string Login, string FullName, bool MustChangePassword, bool HasSecondStep, IReadOnlyList<Post> Posts);

/// <summary>
/// Reads the user of a session: one statement for each request, so that a block, a new role or a changed password has effect at once and no
/// session outlives it.
/// </summary>
public sealed class FindSignedInUser(MarshrutDb db) : IUseCase
{
    /// <returns>Null when the session is over: no such user, blocked, or the security stamp has changed.</returns>
    public async Task<SignedInUser?> Find(long userId, string? securityStamp, CancellationToken cancel)
    {
        var rows = await (
            from user in db.Users.AsNoTracking()
            where user.Id == userId && user.SecurityStamp == securityStamp && user.BlockedAt == null
            join membership in db.Memberships on user.Id equals membership.UserId into memberships
            from membership in memberships.DefaultIfEmpty()
            join organization in db.Organizations on membership.OrganizationId equals organization.Id into organizations
            from organization in organizations.DefaultIfEmpty()
            join region in db.Regions on membership.RegionCode ?? organization.RegionCode equals region.Code into regions
            from region in regions.DefaultIfEmpty()
            orderby membership.Id
            select new
            {
                user.UserName,
                user.FullName,
                user.MustChangePassword,
                user.TwoFactorEnabled,
                MembershipId = (long?)membership.Id,
                Role = (Role?)membership.Role,
                Restricted = (bool?)membership.MayHandleRestricted,
                membership.OrganizationId,
                OrganizationCode = organization.Code,
                OrganizationName = organization.Name,
                OrganizationKind = (OrganizationKind?)organization.Kind,
                organization.CareerCentreName,
                RegionCode = region.Code,
                RegionName = region.Name,
            }).ToListAsync(cancel);
        return rows is []
            ? null
            : new SignedInUser(
                userId,
                rows[0].UserName!,
                rows[0].FullName,
                rows[0].MustChangePassword,
                rows[0].TwoFactorEnabled,
                [.. rows.Where(row => row.MembershipId is not null).Select(row => new Post(
                    row.MembershipId!.Value,
                    row.Role!.Value,
                    row.Restricted!.Value,
                    row.OrganizationId,
                    row.OrganizationCode,
                    row.OrganizationName,
                    row.OrganizationKind,
                    row.CareerCentreName,
                    row.RegionCode,
                    row.RegionName))]);
    }
}
