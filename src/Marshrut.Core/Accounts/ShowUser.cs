using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <param name="LockedUntil">After wrong tries (R31); null: not locked.</param>
public sealed record UserView(
    long Id, string Login, string FullName, DateTime? BlockedAt, DateTimeOffset? LockedUntil, bool HasSecondStep, bool MustChangePassword, IReadOnlyList<MembershipRow> Memberships);

/// <param name="Place">Name of the organisation or region; null: the whole installation.</param>
public sealed record MembershipRow(long Id, Role Role, string? OrganizationCode, string? RegionCode, string? Place, bool MayHandleRestricted);

/// <summary>A user as an administrator sees it.</summary>
public sealed class ShowUser(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <returns>Null: no such user.</returns>
    public async Task<UserView?> Show(long userId, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(row => row.Id == userId, cancel);
        if (user is null)
        {
            return null;
        }

        var memberships = await (
            from membership in db.Memberships
            where membership.UserId == userId
            join organization in db.Organizations on membership.OrganizationId equals organization.Id into organizations
            from organization in organizations.DefaultIfEmpty()
            join region in db.Regions on membership.RegionCode equals region.Code into regions
            from region in regions.DefaultIfEmpty()
            orderby membership.Id
            select new MembershipRow(membership.Id, membership.Role, organization.Code, membership.RegionCode, organization.Name ?? region.Name, membership.MayHandleRestricted))
            .ToListAsync(cancel);
        return new UserView(
            user.Id, user.UserName!, user.FullName, user.BlockedAt, LockOut.IsLocked(user, clock.GetUtcNow()) ? user.LockoutEnd : null, user.TwoFactorEnabled, user.MustChangePassword, memberships);
    }
}
