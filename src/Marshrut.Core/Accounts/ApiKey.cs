using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Accounts;

/// <summary>A key for the API of one organisation; only its hash is kept.</summary>
public sealed class ApiKey : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required byte[] KeyHash { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? RevokedAt { get; set; }
}
