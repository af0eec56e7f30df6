using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;

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

    /// <summary>What holds the person for this centre (R35).</summary>
    public long HoldingId => TransferItemId ?? Id;

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

    /// <summary>The last day on which the person was reached.</summary>
    public DateOnly? LastContactOn { get; private set; }

    /// <summary>When the person is to be called next; null: nothing is agreed.</summary>
    public DateOnly? NextContactOn { get; set; }

    /// <summary>Attempts to reach the person since the last that succeeded.</summary>
    public int FailedAttempts { get; private set; }

    /// <summary>Sealed <see cref="WrittenNeeds"/>: what the person needs and what stands in the way; null: nobody has asked yet.</summary>
    public byte[]? Needs { get; private set; }

    /// <summary>Grows with every change; a form that was filled in from another version is told of the change first.</summary>
    public int Version { get; set; }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Assign(long curatorId)
    {
        Step(CaseStep.AssignCurator);
        CuratorId = curatorId;
    }

    /// <param name="before">Who was the curator; null: nobody.</param>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void UndoAssign(long? before)
    {
        CuratorId = before;
        Step(CaseStep.UndoCurator);
    }

    /// <param name="way">A talk with the employer says nothing of whether the person can be reached.</param>
    /// <param name="next">When to try again; null: nothing is agreed.</param>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>: the case has ended.</exception>
    public void Contact(ContactWay way, ContactResult result, DateOnly on, DateOnly? next)
    {
        GuardGoing();
        if (way != ContactWay.Employer)
        {
            (LastContactOn, FailedAttempts) = result.IsReached ? (on, 0) : (LastContactOn, FailedAttempts + 1);
        }

        NextContactOn = next;
        Version++;
    }

    /// <param name="needs">Sealed; null: nothing any more.</param>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>: the case has ended.</exception>
    public void Write(byte[]? needs)
    {
        GuardGoing();
        Needs = needs;
        Version++;
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Pause(DateOnly until)
    {
        Step(CaseStep.Pause);
        (SleepsUntil, NextContactOn) = (until, null);
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Wake(DateOnly today)
    {
        Step(CaseStep.Wake);
        (SleepsUntil, NextContactOn) = (null, today);
    }

    /// <param name="lostAfter">Attempts in a row after which the centre may call a contact lost.</param>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>; <c>too-few-attempts</c>: «связь потеряна» before enough attempts.</exception>
    public void Close(CaseOutcome outcome, DateOnly on, int lostAfter)
    {
        if (outcome == CaseOutcome.LostContact && FailedAttempts < lostAfter)
        {
            throw new RuleViolation(
                "too-few-attempts",
                $"«Связь потеряна» можно указать после {Russian.Count(lostAfter, "попытки", "попыток", "попыток")} подряд без ответа. Записано {FailedAttempts}: попробуйте связаться ещё и запишите попытку.");
        }

        Step(CaseStep.Close);
        (Outcome, ClosedOn, SleepsUntil, NextContactOn) = (outcome, on, null, null);
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Reopen(DateOnly today)
    {
        Step(CaseStep.Reopen);
        (Outcome, ClosedOn, NextContactOn, FailedAttempts) = (null, null, today, 0);
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>: the case has ended.</exception>
    internal void GuardGoing()
    {
        if (State == CaseState.Closed)
        {
            throw new RuleViolation("step-not-possible", "Сопровождение уже завершено. Обновите страницу.");
        }
    }

    private void Step(CaseStep step)
    {
        if (!CaseSteps.Allows(State, step))
        {
            throw new RuleViolation("step-not-possible", $"{CaseWords.Meanwhile(State)} Обновите страницу.");
        }

        var next = CaseSteps.Next(State, step);

        // Nobody works with the person while there is no curator, however the case came here.
        State = next == CaseState.InWork && step != CaseStep.AssignCurator && CuratorId is null ? CaseState.Opened : next;
        Version++;
    }
}
