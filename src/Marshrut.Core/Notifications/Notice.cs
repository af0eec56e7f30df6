namespace Marshrut.Core.Notifications;

/// <summary>What a notice tells. Values are stored.</summary>
public enum NoticeKind
{
    TransferReceived = 1,
    PeopleRevoked = 2,
    PeopleAccepted = 3,
    PeopleReturned = 4,
    QuestionAsked = 5,
    QuestionAnswered = 6,
    CuratorAssigned = 7,

    /// <summary>The term of an answer ends today or on the next working day.</summary>
    AnswerSoon = 8,
    AnswerLate = 9,
    CasesEnded = 10,

    /// <summary>A person withdrew the consent: the work with him has stopped (R36).</summary>
    CaseStopped = 11,
    VisitsToday = 12,

    /// <summary>A centre has done something that changes levels (З1.2).</summary>
    FactsReturned = 13,

    /// <summary>The centre wrote about a person whom it has taken over.</summary>
    NoteFromCentre = 14,

    /// <summary>The ЦК did.</summary>
    NoteFromSender = 15,

    /// <summary>Somebody was made to answer for a request of a person.</summary>
    RequestAssigned = 16,

    /// <summary>A person says that something about them is wrong.</summary>
    FactContested = 17,
}

/// <summary>
/// Something that somebody of the staff should know. It names nobody: a count, an organisation, a place to look. It belongs to its user; whoever reads it
/// sees behind it only what the role shows.
/// </summary>
public sealed class Notice
{
    public required long Id { get; init; }

    public required long UserId { get; init; }

    /// <summary>Where the user works: the notice is shown while he does.</summary>
    public required long OrganizationId { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>A transfer, an item of one, a case; 0 where the kind speaks of a list.</summary>
    public required long SubjectId { get; init; }

    /// <summary>Of whom it comes; null: of the program itself.</summary>
    public long? OtherOrganizationId { get; init; }

    /// <summary>How many people.</summary>
    public required int Count { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>The last time that something was added to it.</summary>
    public required DateTime At { get; set; }

    public DateTime? ReadAt { get; set; }

    /// <summary>When it went into a letter; null: it has not.</summary>
    public DateTime? MailedAt { get; set; }
}
