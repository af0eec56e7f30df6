namespace Marshrut.Core.Platform.Tenancy;

/// <summary>A row that belongs to exactly one organisation (R41): filtered on reading, guarded on writing.</summary>
public interface IOwned
{
    long OrganizationId { get; }
}
