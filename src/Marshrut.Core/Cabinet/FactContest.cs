using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Cabinet;

public enum ContestState
{
    Open = 1,

    /// <summary>The record was mended.</summary>
    Mended = 2,

    /// <summary>The record is right, and the person was told why.</summary>
    Kept = 3,
}

/// <summary>A person says that something known about them is wrong; the organisation answers within its term. It goes with its person.</summary>
public sealed class FactContest : IOwned
{
    /// <summary>Working days for the answer (152-ФЗ, art. 20).</summary>
    public const int Term = 10;

    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PersonId { get; init; }

    public required long EnrolmentId { get; init; }

    /// <summary>Code of the characteristic that it is about; null: something else.</summary>
    public string? Subject { get; init; }

    /// <summary>Sealed: what is wrong, in the person's words.</summary>
    public required byte[] Text { get; init; }

    public required DateOnly AskedOn { get; init; }

    public required DateOnly AnswerBy { get; init; }

    public ContestState State { get; private set; } = ContestState.Open;

    /// <summary>Sealed: the answer.</summary>
    public byte[]? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public int Version { get; private set; }

    /// <param name="answer">Sealed.</param>
    /// <exception cref="RuleViolation"><c>answered</c>.</exception>
    public void Close(ContestState state, byte[] answer, string actor, DateOnly on)
    {
        if (State != ContestState.Open)
        {
            throw new RuleViolation("answered", "На это обращение уже ответили. Обновите страницу.");
        }

        (State, Answer, AnsweredBy, AnsweredOn) = (state, answer, actor, on);
        Version++;
    }
}
