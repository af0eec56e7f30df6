using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Cases.Leaves;

/// <summary>A curator is away for some days, and a colleague calls his people meanwhile. The cases stay his.</summary>
public sealed class CuratorLeave : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long CuratorId { get; init; }

    public required long CoverId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day away.</summary>
    public required DateOnly Until { get; set; }
}
