using System.Globalization;
using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Profiling.Requests;

/// <summary>A type of request that an organisation added to the common ones. It is never removed, only no longer offered: requests keep its name.</summary>
public sealed class OwnRequestType : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required string Title { get; init; }

    /// <summary>Not offered any more.</summary>
    public bool IsRetired { get; set; }

    /// <summary>What <see cref="ClientRequest.Type"/> holds.</summary>
    public string Code => CodeOf(Id);

    public static string CodeOf(long id) => string.Create(CultureInfo.InvariantCulture, $"own-{id}");
}
