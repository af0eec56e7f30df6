using Marshrut.Core.People;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Transfers.Drafts;

/// <summary>Everything that decides whether one person can be handed over to one employment centre, and what would be.</summary>
/// <param name="Assessment">The current one; null: no level.</param>
/// <param name="Block">Opened from it.</param>
/// <param name="Added">What the organisation had added when the level was determined.</param>
/// <param name="Consent">The latest live consent to a transfer; null: none.</param>
/// <param name="WorkLimits">Text, where there is a consent on health.</param>
/// <param name="ContactsCheckedOn">The last day on which phone or e-mail were written down.</param>
/// <param name="IsHeld">Waits at or is with an employment centre.</param>
/// <param name="ServedById">The employment centre of the district where the person will live; null: not known.</param>
public sealed record Candidate(
    Person Person,
    Enrolment Enrolment,
    string? ProgrammeName,
    Assessment? Assessment,
    AssessmentBlock? Block,
    IReadOnlyList<Characteristic> Added,
    PersonFacts PersonFacts,
    EnrolmentFacts EnrolmentFacts,
    Consent? Consent,
    string? WorkLimits,
    DateOnly? ContactsCheckedOn,
    bool IsHeld,
    long? ServedById)
{
    public bool HasHealthConsent => PersonFacts.HealthConsentOn.Day is not null;

    public int Priority => Assessment is { IsHigh: true } high ? high.Priority : 0;

    /// <summary>Characteristics that go along: never restricted ones, health only with its consent.</summary>
    public IReadOnlyList<ExplanationLine> Handed => Block is { } block
        ? [.. Explanation.Of(block, HasHealthConsent ? FactAccess.Special : FactAccess.Ordinary, [.. Added]).Present]
        : [];

    public bool HasSpecialNeeds => WorkLimits is not null || Handed.Any(line => line.Characteristic.Sensitivity == Sensitivity.Special);
}
