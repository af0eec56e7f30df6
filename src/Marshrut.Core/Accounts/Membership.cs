namespace Marshrut.Core.Accounts;

/// <summary>One role of a user in one organisation or region; Administrator has neither (R48).</summary>
public sealed class Membership
{
    public required long Id { get; init; }

    public required long UserId { get; init; }

    public required Role Role { get; init; }

    public long? OrganizationId { get; init; }

    public string? RegionCode { get; init; }

    /// <summary>The permission of a ЦЗН's named staff to enter and see restricted facts (DOMAIN §3).</summary>
    public bool MayHandleRestricted { get; set; }
}
