using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>
/// What one side writes to the other about a person whom both work with: seen by both, never changed. It goes when the consent is withdrawn (R36).
/// </summary>
public sealed class ExchangeNote : ITwoSided
{
    public required long Id { get; init; }

    public required long FromOrganizationId { get; init; }

    public required long ToOrganizationId { get; init; }

    public required long ItemId { get; init; }

    public required DateTime At { get; init; }

    public required string Actor { get; init; }

    /// <summary>Written by the employment centre; otherwise by the ЦК.</summary>
    public required bool ByCentre { get; init; }

    public required byte[] Text { get; init; }
}
