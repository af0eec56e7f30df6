using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Transfers;

/// <summary>How many people an employment centre can take over in a month. Without a row for the month nothing was stated, which is not «none».</summary>
public sealed class FreePlaces : IOwned
{
    public required long Id { get; init; }

    /// <summary>The employment centre; an office of the service.</summary>
    public required long OrganizationId { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    public required int Places { get; set; }
}
