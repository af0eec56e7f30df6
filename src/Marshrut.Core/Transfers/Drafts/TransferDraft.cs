using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Transfers.Drafts;

/// <summary>A list of people that a ЦК prepares for a ЦЗН; nobody but the ЦК sees it.</summary>
public sealed class TransferDraft : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    /// <summary>The employment centre it is meant for.</summary>
    public required long CentreId { get; init; }

    public required TransferKind Kind { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }
}

/// <summary>One person of a draft.</summary>
public sealed class TransferDraftPerson : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long DraftId { get; init; }

    public required long PersonId { get; init; }

    public required long EnrolmentId { get; init; }

    /// <summary>Goes along when the draft is sent and nothing is missing; the proposal sets it, the specialist changes it.</summary>
    public required bool IsChosen { get; set; }

    /// <summary>What the ЦК asks for this person, sealed; null: nothing was written.</summary>
    public byte[]? Needs { get; set; }
}
