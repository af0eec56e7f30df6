using Marshrut.Core.Risk;

namespace Marshrut.Core.Register.Lists;

/// <summary>What the database gives for one line of a list: keys of the order, plain columns, and the sealed result.</summary>
internal sealed class EnrolmentLine
{
    public required long EnrolmentId { get; init; }

    public required long PersonId { get; init; }

    public required int Priority { get; init; }

    public required int OrderYear { get; init; }

    public required string SortName { get; init; }

    public required string ExternalId { get; init; }

    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    public string? MiddleName { get; init; }

    public string? Snils { get; init; }

    public string? Phone { get; init; }

    public string? District { get; init; }

    public required string ProgrammeCode { get; init; }

    /// <summary>Null: the directory does not know the code (R6).</summary>
    public string? ProgrammeName { get; init; }

    public string? Group { get; init; }

    public int? Course { get; init; }

    public required int GraduationYear { get; init; }

    public required EnrolmentStatus Status { get; init; }

    public DateOnly? TransferConsentOn { get; init; }

    public DateOnly? RiskConsentOn { get; init; }

    public long? AssessmentId { get; init; }

    public bool? IsHigh { get; init; }

    public bool? Complete { get; init; }

    public AssessmentStatus? Decision { get; init; }

    public byte[]? Block { get; init; }
}
