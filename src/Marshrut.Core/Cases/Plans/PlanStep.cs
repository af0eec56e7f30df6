using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Plans;

/// <summary>One step of a plan: what, where, until when, who, and what came of it.</summary>
public sealed class PlanStep : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PlanId { get; init; }

    /// <summary>Number of the goal in <see cref="Plan.Goals"/>, from 1.</summary>
    public required int Goal { get; set; }

    /// <summary>Steps of a goal stand in this order.</summary>
    public required int Order { get; set; }

    public required DateOnly DueOn { get; set; }

    public StepState State { get; private set; } = StepState.Ahead;

    /// <summary>When it was done or dropped.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Sealed <see cref="StepWords"/>: what somebody is helped with tells why (R27).</summary>
    public required byte[] Words { get; set; }

    /// <exception cref="RuleViolation"><c>step-ended</c>: it was done or dropped already.</exception>
    public void End(StepState state, DateOnly on)
    {
        if (State != StepState.Ahead)
        {
            throw new RuleViolation("step-ended", "Этот шаг уже отметили. Обновите страницу.");
        }

        (State, EndedOn) = (state, on);
    }

    /// <exception cref="RuleViolation"><c>step-ahead</c>: there is nothing to take back.</exception>
    public void Reopen()
    {
        if (State == StepState.Ahead)
        {
            throw new RuleViolation("step-ahead", "Отметки на этом шаге уже нет. Обновите страницу.");
        }

        (State, EndedOn) = (StepState.Ahead, null);
    }
}
