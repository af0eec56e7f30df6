using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Transfers;

/// <summary>
/// A list of named people that a ЦК sent to a ЦЗН (DOMAIN §9). It begins with the sending: until then the list is a <see cref="Drafts.TransferDraft"/>, which
/// is the sender's alone.
/// </summary>
public sealed class Transfer : ITwoSided
{
    public required long Id { get; init; }

    /// <summary>The college or university.</summary>
    public required long FromOrganizationId { get; init; }

    /// <summary>The employment centre.</summary>
    public required long ToOrganizationId { get; init; }

    public required long AgreementId { get; init; }

    /// <summary>Counts the transfers of the sender: «Передача № 3».</summary>
    public required int Number { get; init; }

    public required TransferKind Kind { get; init; }

    public required DateTime SentAt { get; init; }

    /// <summary>The sender's day: terms count from it (R34).</summary>
    public required DateOnly SentOn { get; init; }

    public required string SentBy { get; init; }

    /// <summary>The last day on which an answer is in time.</summary>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>The term goes through a year without a production calendar.</summary>
    public required bool AnswerByIsPreliminary { get; init; }

    public required int PeopleCount { get; init; }
}
