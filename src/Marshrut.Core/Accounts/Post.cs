namespace Marshrut.Core.Accounts;

/// <summary>One role of a user in its place, with what a page says about the place.</summary>
/// <param name="OrganizationId">Null for a role of a region or of the installation; so are code, name and kind.</param>
/// <param name="RegionCode">The region of the organisation, or of the role itself; null for the installation.</param>
public sealed record Post(
    long MembershipId,
    Role Role,
    bool MayHandleRestricted,
    long? OrganizationId,
    string? OrganizationCode,
    string? OrganizationName,
    OrganizationKind? OrganizationKind,
    string? CareerCentreName,
    string? RegionCode,
    string? RegionName);
