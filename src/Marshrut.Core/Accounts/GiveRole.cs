using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>Gives a user one more role, or changes the permission for restricted facts of a role that the user has there already.</summary>
public sealed class GiveRole(MarshrutDb db, FindRolePlace places) : IUseCase
{
    /// <exception cref="RuleViolation"><c>user-unknown</c>, <c>role-known</c>, or what <see cref="FindRolePlace"/> says.</exception>
    public async Task Give(long userId, Role role, string? organizationCode, string? regionCode, bool mayHandleRestricted, CancellationToken cancel)
    {
        await KnownUser.Find(db, userId, cancel);
        var place = await places.Find(role, organizationCode, regionCode, mayHandleRestricted, cancel);
        var organizationId = place.Organization?.Id;
        var region = place.Region?.Code;
        var known = await db.Memberships.FirstOrDefaultAsync(
            row => row.UserId == userId && row.Role == role && row.OrganizationId == organizationId && row.RegionCode == region, cancel);
        if (known is null)
        {
            db.Memberships.Add(place.MembershipOf(userId, db.Ids.Take()));
        }
        else if (known.MayHandleRestricted != mayHandleRestricted)
        {
            known.MayHandleRestricted = mayHandleRestricted;
        }
        else
        {
            throw new RuleViolation("role-known", "Такая роль у пользователя уже есть. Выберите другую роль или другое место.");
        }

        db.Audit(new AuditDraft(null, AuditActions.RoleGiven, "user", userId, Details: new
        {
            role = role.ToString(),
            organization = place.Organization?.Code,
            region,
            restricted = mayHandleRestricted,
        }));
        await db.SaveChangesAsync(cancel);
    }
}
