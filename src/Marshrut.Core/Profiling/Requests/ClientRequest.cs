using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Profiling;

namespace Marshrut.Core.Profiling.Requests;

/// <summary>What one person wants help with, and who answers for it. It goes with its person.</summary>
public sealed class ClientRequest : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PersonId { get; init; }

    /// <summary>Code of the type: of <see cref="RequestTypes"/>, or <see cref="OwnRequestType.Code"/>.</summary>
    public required string Type { get; init; }

    public RequestState State { get; private set; } = RequestState.Open;

    /// <summary>User of the organisation who answers for it; null: nobody yet.</summary>
    public long? ResponsibleId { get; private set; }

    public required DateOnly AskedOn { get; init; }

    /// <summary>Who wrote it down.</summary>
    public required string Actor { get; init; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Sealed: what exactly is wanted; null: the type says it all.</summary>
    public byte[]? Wish { get; init; }

    /// <summary>Sealed: what came of it, or why it is no longer needed.</summary>
    public byte[]? Result { get; private set; }

    /// <summary>Grows with every change; a form that was filled in from another version is told of the change first.</summary>
    public int Version { get; set; }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Assign(long userId)
    {
        Step(RequestStep.Assign);
        ResponsibleId = userId;
    }

    /// <param name="step"><see cref="RequestStep.Meet"/> or <see cref="RequestStep.Withdraw"/>.</param>
    /// <param name="result">Sealed.</param>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Close(RequestStep step, byte[]? result, DateOnly on)
    {
        Step(step);
        (Result, ClosedOn) = (result, on);
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Reopen()
    {
        Step(RequestStep.Reopen);
        (Result, ClosedOn, ResponsibleId) = (null, null, null);
    }

    private void Step(RequestStep step)
    {
        if (!RequestSteps.Allows(State, step))
        {
            throw new RuleViolation("step-not-possible", $"Запрос уже {RequestWords.State(State)}. Обновите страницу.");
        }

        State = RequestSteps.Next(State, step);
        Version++;
    }
}
