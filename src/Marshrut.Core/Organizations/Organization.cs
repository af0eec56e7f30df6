namespace Marshrut.Core.Organizations;

/// <summary>A school, college, university or employment centre: the tenant (R41). A career centre is an attribute of a college or university.</summary>
public sealed class Organization
{
    public required long Id { get; init; }

    /// <summary>Unique in the installation (R48); stands in addresses and commands.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required OrganizationKind Kind { get; init; }

    /// <summary>Two digits of the subject of the federation; never changes (R41).</summary>
    public required string RegionCode { get; init; }

    public RiskBasis RiskBasis { get; set; }

    /// <summary>Name of the career centre; empty where the organisation has none.</summary>
    public string? CareerCentreName { get; set; }

    /// <summary>Name of the legal person, where it is not <see cref="Name"/>: consents and agreements name it (DOMAIN §13).</summary>
    public string? LegalName { get; set; }

    /// <summary>ИНН of the legal person, ten digits. Employment centres with one ИНН are offices of one service.</summary>
    public string? Inn { get; set; }

    public string? Address { get; set; }

    /// <summary>Of an employment centre: attempts in a row without an answer after which a contact may be called lost; null: the usual number.</summary>
    public int? LostAfter { get; set; }

    /// <summary>Grows with every change of the register or of its assessments: caches compare it.</summary>
    public long RegisterVersion { get; set; }

    public required DateTime CreatedAt { get; init; }
}
