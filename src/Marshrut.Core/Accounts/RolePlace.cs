using Marshrut.Core.Organizations;

namespace Marshrut.Core.Accounts;

/// <summary>A role and the place where it works, checked against each other.</summary>
public sealed record RolePlace(Role Role, Organization? Organization, Region? Region, bool MayHandleRestricted)
{
    public Membership MembershipOf(long userId, long id) => new()
    {
        Id = id,
        UserId = userId,
        Role = Role,
        OrganizationId = Organization?.Id,
        RegionCode = Region?.Code,
        MayHandleRestricted = MayHandleRestricted,
    };
}
