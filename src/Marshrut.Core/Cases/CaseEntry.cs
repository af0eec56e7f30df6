using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases;

/// <summary>What an entry of a case tells. Values are stored.</summary>
public enum CaseEntryKind
{
    Contact = 1,
    Note = 2,
    Step = 3,

    /// <summary>The ЦК told new contacts or another status.</summary>
    News = 4,

    /// <summary>Something about the plan or a visit.</summary>
    Plan = 5,
    Needs = 6,

    /// <summary>Something about a file.</summary>
    File = 7,

    /// <summary>An application on ЕЦП, or a trace of a service there.</summary>
    Application = 8,
}

/// <summary>One line of the story of a case: an attempt to reach the person, a note, a step. Never changed. Words are sealed and go with the person (R36).</summary>
public sealed class CaseEntry : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long CaseId { get; init; }

    public required DateTime At { get; init; }

    public required string Actor { get; init; }

    public required CaseEntryKind Kind { get; init; }

    public ContactWay? Way { get; init; }

    public ContactResult? Result { get; init; }

    public CaseStep? Step { get; init; }

    public CaseOutcome? Outcome { get; init; }

    /// <summary>The day that a step or an attempt speaks of: sleeps until, ended on, next contact.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Curator who was named.</summary>
    public long? CuratorId { get; init; }

    /// <summary>Who was the curator until then; null: nobody.</summary>
    public long? CuratorBefore { get; init; }

    public byte[]? Text { get; init; }
}
