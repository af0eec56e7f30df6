using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>A person's own key, wrapped by the ring. Made when the journal first needs it; deleting it makes what it sealed unreadable for ever.</summary>
public sealed class PersonKey : IOwned
{
    public required long PersonId { get; init; }

    public required long OrganizationId { get; init; }

    public required byte[] Wrapped { get; set; }
}
