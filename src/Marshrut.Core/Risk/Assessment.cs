using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Risk;

/// <summary>
/// Result of one determination of risk for one enrolment. The explanation is <see cref="Block"/>: states, evidence and inputs, sealed, of one size
/// (R27). Level, priority, completeness and the copies that order a list stay plain.
/// </summary>
public sealed class Assessment : IOwned
{
    /// <summary>Stands in <see cref="Priority"/> where none exists (NotHigh); no real priority comes near.</summary>
    public const int NoPriority = -1000;

    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long EnrolmentId { get; init; }

    public required long PersonId { get; init; }

    public required long RunId { get; init; }

    public required long MethodologyVersionId { get; init; }

    /// <summary>The organisation's supplement of added characteristics, by its version (R43); null where it has none.</summary>
    public long? SupplementVersionId { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>The day of the latest run that gave the same result (R26).</summary>
    public DateOnly LastAsOf { get; set; }

    /// <summary>When that run came to it, UTC: a run over a part of the register tells only of its own.</summary>
    public DateTime DeterminedAt { get; set; }

    /// <summary>The level that stands: computed, or set by hand.</summary>
    public required bool IsHigh { get; set; }

    /// <summary>What the methodology proposed.</summary>
    public required bool ComputedHigh { get; init; }

    /// <summary>R22; <see cref="NoPriority"/> for NotHigh, so that one descending index orders all.</summary>
    public required int Priority { get; set; }

    /// <summary>None of the counted characteristics is unknown (R19).</summary>
    public required bool Complete { get; init; }

    public required int KnownCount { get; init; }

    public required int CountedCount { get; init; }

    public AssessmentStatus Status { get; set; }

    public required bool IsCurrent { get; set; }

    public required byte[] Block { get; init; }

    public string? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Year of graduation for High, 0 for NotHigh, whose order does not know it: one index gives the order of R22.</summary>
    public required int OrderYear { get; set; }

    /// <summary>Copies of the enrolment's, for the order of R22.</summary>
    public required string SortName { get; set; }

    public required string ExternalId { get; set; }
}
