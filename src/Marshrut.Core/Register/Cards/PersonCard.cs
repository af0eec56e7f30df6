using Marshrut.Core.People;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Cards;

/// <summary>Everything one reader may see of one person: the page adds only words and arrangement.</summary>
/// <param name="Enrolments">All studies of the person, the one that was asked for first.</param>
/// <param name="Facts">Facts of the person and of the study shown, as the ledger tells them, the newest first.</param>
/// <param name="Stale">What the determination of risk rests on has changed since; null: it has not, or there is none.</param>
/// <param name="HealthConsentOn">Day of the live consent to keep data on health.</param>
/// <param name="ConsentRecipient">Whom the latest consent to a transfer is given to; null: «получатель не указан» (R46).</param>
/// <param name="ElsewhereCount">In how many other organisations the same person is known; a count and no more (R41).</param>
public sealed record PersonCard(
    long PersonId,
    PersonValues Person,
    IReadOnlyList<CardEnrolment> Enrolments,
    IReadOnlyList<CardAssessment> Assessments,
    IReadOnlyList<CardFact> Facts,
    IReadOnlyList<Consent> Consents,
    IReadOnlyList<CardEvent> History,
    StaleLevel? Stale,
    DateOnly? HealthConsentOn,
    ConsentRecipient? ConsentRecipient,
    int ElsewhereCount)
{
    public CardEnrolment Shown => Enrolments[0];

    public CardAssessment? Current => Assessments.FirstOrDefault(assessment => assessment.IsCurrent);
}

/// <summary>One study.</summary>
/// <param name="ProgrammeName">Null where the directory does not know the code.</param>
public sealed record CardEnrolment(long Id, EnrolmentValues Values, string? ProgrammeName);

/// <summary>One determination of risk.</summary>
/// <param name="DecidedBy">Name of the specialist who confirmed or changed the level; null while it is a proposal.</param>
public sealed record CardAssessment(
    long Id,
    bool IsCurrent,
    DateOnly AsOf,
    DateTime CreatedAt,
    bool IsHigh,
    bool Complete,
    int KnownCount,
    int CountedCount,
    AssessmentStatus Status,
    string? DecidedBy,
    DateTime? DecidedAt,
    string Methodology,
    Explanation Explanation,
    WayOut Way);

/// <summary>One statement about one fact.</summary>
/// <param name="Value">In words; null: taken back, «неизвестно».</param>
/// <param name="Fact">Set where the statement stands and may be taken back.</param>
/// <param name="ValidFrom">Since when it is so: the day of the document.</param>
/// <param name="IsReplaced">A later statement of the same rank stands in its place.</param>
public sealed record CardFact(
    FactCode? Fact, string Title, string? Value, string Source, string? Document, string Author, DateOnly RecordedOn, DateOnly? ValidFrom, DateOnly? ValidTo, bool IsReplaced)
{
    /// <summary>It stands, but a source of a higher rank that is valid now is counted instead (DOMAIN §7).</summary>
    public bool IsOutweighed { get; init; }
}

/// <summary>Later changes under a level.</summary>
/// <param name="Since">The first of them.</param>
/// <param name="What">Titles of what changed; special and restricted facts without their kind.</param>
public sealed record StaleLevel(DateTime Since, IReadOnlyList<string> What);

/// <summary>One line of the history, in plain words.</summary>
/// <param name="By">Who; empty for the program itself.</param>
public sealed record CardEvent(DateTime At, string Sentence, string By);
