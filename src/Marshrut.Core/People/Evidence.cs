using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.People;

/// <summary>Where a ledger row came from. Values are stored.</summary>
public enum EvidenceSource
{
    Import = 1,
    Manual = 2,
    Profiling = 3,
    SystemRecord = 4,
    ImportUndo = 5,

    /// <summary>Handed over by a ЦК.</summary>
    Transfer = 6,

    /// <summary>A step of a plan at an employment centre.</summary>
    Plan = 7,
}

/// <summary>
/// One row of the ledger: what one act changed of one enrolment and its person, before and after, packed and sealed (R42). Append-only; it is the
/// person's history and what undo restores from.
/// </summary>
public sealed class Evidence : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PersonId { get; init; }

    public long? EnrolmentId { get; init; }

    public required EvidenceSource Source { get; init; }

    public long? ImportId { get; init; }

    /// <summary>The sheet's row number for an import.</summary>
    public int? RowNumber { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string Actor { get; init; }

    /// <summary>Padded and sealed <see cref="EvidencePayload"/>.</summary>
    public required byte[] Sealed { get; init; }
}
