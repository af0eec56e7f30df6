namespace Marshrut.Core.Platform.Tenancy;

/// <summary>
/// A row that two organisations have in common (agreement, transfer, exchange item): seen and written by exactly its two parties (DOMAIN §3), which never
/// change after it was made. A table of its parts carries both parties too.
/// </summary>
public interface ITwoSided
{
    /// <summary>The party that gives or asks first; of an agreement, the educational organisation.</summary>
    long FromOrganizationId { get; }

    /// <summary>The other party.</summary>
    long ToOrganizationId { get; }
}
