using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases;

/// <summary>An employment centre's work with one person (DOMAIN §9), of whom it has a row of its own (R41).</summary>
public sealed class Case : IOwned
{
    public required long Id { get; init; }

    /// <summary>The employment centre.</summary>
    public required long OrganizationId { get; init; }

    /// <summary>In the centre's own register; null once the consent was withdrawn and the person is forgotten here (R36).</summary>
    public long? PersonId { get; set; }

    /// <inheritdoc cref="PersonId"/>
    public long? EnrolmentId { get; set; }

    /// <summary>The item of a transfer it was opened from; null: the person came by himself (З1.4).</summary>
    public long? TransferItemId { get; init; }

    /// <summary>The acceptance made the person's row: with the consent it goes too (R36). One who was known before stays.</summary>
    public bool MadePerson { get; init; }

    public CaseState State { get; private set; } = CaseState.Opened;

    public CaseOutcome? Outcome { get; private set; }

    /// <summary>User of the centre; null while nobody is named.</summary>
    public long? CuratorId { get; private set; }

    public required DateOnly OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>A paused case wakes on this day by itself.</summary>
    public DateOnly? SleepsUntil { get; private set; }

    public required int Priority { get; init; }

    /// <summary>Copy of the person's: lists order by it without a join. '' once the person is forgotten.</summary>
    public required string SortName { get; set; }

    public DateOnly? LastContactOn { get; set; }

    /// <summary>When the person is to be called next; null: nothing is agreed.</summary>
    public DateOnly? NextContactOn { get; set; }

    /// <summary>Attempts to reach the person since the last that succeeded.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>Grows with every change; a form that was filled in from another version is told of the change first.</summary>
    public int Version { get; set; }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Assign(long curatorId)
    {
        Step(CaseStep.AssignCurator);
        CuratorId = curatorId;
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Pause(DateOnly until)
    {
        Step(CaseStep.Pause);
        SleepsUntil = until;
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Wake()
    {
        Step(CaseStep.Wake);
        SleepsUntil = null;
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Close(CaseOutcome outcome, DateOnly on)
    {
        Step(CaseStep.Close);
        (Outcome, ClosedOn, SleepsUntil, NextContactOn) = (outcome, on, null, null);
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Reopen()
    {
        Step(CaseStep.Reopen);
        (Outcome, ClosedOn) = (null, null);
    }

    private void Step(CaseStep step)
    {
        if (!CaseSteps.Allows(State, step))
        {
            throw new RuleViolation("step-not-possible", $"{CaseWords.Meanwhile(State)} Обновите страницу.");
        }

        State = CaseSteps.Next(State, step);
        Version++;
    }
}
