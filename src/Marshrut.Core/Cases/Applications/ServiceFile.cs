using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Cases.Applications;

/// <summary>A file exported from ЕЦП between its upload and its writing. Gone as soon as it is written or put away.</summary>
public sealed class ServiceFile : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required DateTime AddedAt { get; init; }

    /// <summary>Sealed: the file as it came.</summary>
    public required byte[] Content { get; init; }
}
