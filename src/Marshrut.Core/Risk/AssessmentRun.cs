using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Risk;

/// <summary>One determination of risk over one organisation.</summary>
public sealed class AssessmentRun : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long MethodologyVersionId { get; init; }

    /// <summary>What the organisation added then; null: nothing.</summary>
    public long? SupplementVersionId { get; init; }

    public required DateOnly AsOf { get; init; }

    public required bool FinalYearOnly { get; init; }

    public int Assessed { get; set; }

    public int High { get; set; }

    public int NotHigh { get; set; }

    public int Preliminary { get; set; }

    /// <summary>Not assessed for want of consent, where consent is the basis (R39).</summary>
    public int WithoutConsent { get; set; }

    public required string Actor { get; init; }

    public required DateTime At { get; init; }
}
