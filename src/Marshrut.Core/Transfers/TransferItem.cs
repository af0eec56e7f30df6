using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Transfers;

/// <summary>
/// One person of a transfer: the window through which both sides see what becomes of them (R41). The ЦК's person and the ЦЗН's are two rows in two
/// registers; only this one names both.
/// </summary>
public sealed class TransferItem : ITwoSided
{
    public required long Id { get; init; }

    public required long FromOrganizationId { get; init; }

    public required long ToOrganizationId { get; init; }

    public required long TransferId { get; init; }

    /// <summary>In the register of the sender.</summary>
    public required long PersonId { get; init; }

    /// <inheritdoc cref="PersonId"/>
    public required long EnrolmentId { get; init; }

    public TransferItemState State { get; private set; } = TransferItemState.Waiting;

    /// <summary>R22; orders the queue.</summary>
    public required int Priority { get; init; }

    /// <summary>Where the person will live: the queue is filtered by it. Emptied together with <see cref="Snapshot"/>.</summary>
    public string? District { get; set; }

    /// <summary>Copies of the transfer's: the queue is ordered by them without a join.</summary>
    public required DateOnly SentOn { get; init; }

    /// <inheritdoc cref="SentOn"/>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>
    /// What was handed over, frozen and sealed (<see cref="Snapshots.TransferSnapshot"/>); null once the ЦЗН has no purpose with the person any more:
    /// returned, revoked, consent withdrawn.
    /// </summary>
    public byte[]? Snapshot { get; set; }

    public DateTime? AnsweredAt { get; private set; }

    public string? AnsweredBy { get; private set; }

    public ReturnReason? ReturnReason { get; private set; }

    /// <summary>The words beside the reason, sealed; null: none.</summary>
    public byte[]? ReturnNote { get; private set; }

    /// <summary>The ЦЗН's case of an accepted person.</summary>
    public long? CaseId { get; private set; }

    /// <summary>How the case of an accepted person stands, for the sender to see (З1.5); written by the ЦЗН with every step.</summary>
    public CaseState? CaseState { get; set; }

    /// <summary>How the case ended.</summary>
    public CaseOutcome? Outcome { get; set; }

    /// <summary>Full name of the curator.</summary>
    public string? CuratorName { get; set; }

    /// <summary>User of the ЦЗН: whom the program tells of what the ЦК writes.</summary>
    public long? CuratorId { get; set; }

    /// <summary>The last day on which something was done with the person.</summary>
    public DateOnly? LastActivityOn { get; set; }

    /// <summary>
    /// Contacts and status of the study as the sender last told them after the acceptance (R41), sealed (<see cref="Snapshots.HandedContacts"/>); null: nothing
    /// has changed since the sending.
    /// </summary>
    public byte[]? Contacts { get; set; }

    /// <summary>Grows with every telling.</summary>
    public int ContactsTold { get; set; }

    /// <summary>The telling that the ЦЗН has written into its register last.</summary>
    public int ContactsTaken { get; set; }

    /// <summary>The day on which the ЦЗН made a plan for the person; null: there is none.</summary>
    public DateOnly? PlanMadeOn { get; set; }

    public int PlanSteps { get; set; }

    public int PlanDone { get; set; }

    /// <summary>What the ЦЗН does with the person, as the sender may see it (З1.5), sealed (<see cref="Snapshots.HandedProgress"/>); null: nothing yet.</summary>
    public byte[]? Progress { get; set; }

    /// <summary>The other office of the service that the ЦЗН asks to take the person over, who has moved (DOMAIN §9); null: none.</summary>
    public long? PassOnTo { get; private set; }

    /// <summary>What the ЦЗН tells that office of the person, sealed.</summary>
    public byte[]? PassOnWords { get; private set; }

    /// <summary>The same person in the transfer to that office; null: it is not made yet.</summary>
    public long? PassedOnAs { get; set; }

    /// <summary>Grows with every step.</summary>
    public int Version { get; private set; }

    public bool IsLate(DateOnly today) => State == TransferItemState.Waiting && AnswerBy < today;

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Accept(long caseId, DateTime at, string by)
    {
        Step(TransferStep.Accept, at, by);
        (CaseId, CaseState, LastActivityOn) = (caseId, Rules.Cases.CaseState.Opened, DateOnly.FromDateTime(at));
    }

    /// <summary>The acceptance was a mistake: the person waits again, by the term that he had.</summary>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void UndoAccept()
    {
        State = TransferSteps.Next(State, TransferStep.UndoAccept);
        (CaseId, CaseState, CuratorName, CuratorId, LastActivityOn, AnsweredAt, AnsweredBy, ContactsTaken) = (null, null, null, null, null, null, null, 0);
        Version++;
    }

    /// <summary>A centre outside the program took the person over: there is no case here.</summary>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void AcceptOutside(DateTime at, string by)
    {
        Step(TransferStep.Accept, at, by);
        (CaseState, LastActivityOn) = (Rules.Cases.CaseState.InWork, DateOnly.FromDateTime(at));
    }

    /// <summary>A centre outside the program tells how its work ended.</summary>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>: it has not taken the person over, has a case in the program, or has told an end already.</exception>
    public void EndOutside(CaseOutcome outcome, DateOnly on)
    {
        if (State != TransferItemState.Accepted || CaseId is not null || CaseState == Rules.Cases.CaseState.Closed)
        {
            throw new RuleViolation("step-not-possible", $"{TransferWords.Meanwhile(State)} Обновите страницу.");
        }

        (CaseState, Outcome, LastActivityOn) = (Rules.Cases.CaseState.Closed, outcome, on);
        Version++;
    }

    /// <summary>The ЦЗН's case ends with it; the transfer to the other office is the sender's (R41).</summary>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>: the ЦЗН does not have the person.</exception>
    public void PassOn(long officeId, byte[] words)
    {
        if (State != TransferItemState.Accepted)
        {
            throw new RuleViolation("step-not-possible", $"{TransferWords.Meanwhile(State)} Обновите страницу.");
        }

        (PassOnTo, PassOnWords, PassedOnAs) = (officeId, words, null);
        Version++;
    }

    /// <summary>Nothing covers the passing on any more.</summary>
    public void DropPassOn() => (PassOnTo, PassOnWords) = (null, null);

    /// <param name="note">Sealed words; needed for <see cref="ReturnReason.Other"/>, which <see cref="NoteFor"/> has checked.</param>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Return(ReturnReason reason, byte[]? note, DateTime at, string by)
    {
        Step(TransferStep.Return, at, by);
        (ReturnReason, ReturnNote) = (reason, note);
        Forget();
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void Revoke(DateTime at, string by)
    {
        Step(TransferStep.Revoke, at, by);
        Forget();
    }

    /// <exception cref="RuleViolation"><c>step-not-possible</c>.</exception>
    public void WithdrawConsent(DateTime at, string by)
    {
        Step(TransferStep.WithdrawConsent, at, by);
        Forget();
    }

    /// <returns>The words beside a reason without needless spaces; null: none were given.</returns>
    /// <exception cref="RuleViolation">None where they are needed, or too many.</exception>
    public static string? NoteFor(ReturnReason reason, string? note) => reason == Transfers.ReturnReason.Other
        ? ExchangedText.Of(note, whenEmpty: "Напишите причину своими словами: её прочтёт колледж или вуз.")
        : ExchangedText.OrNone(note);

    private void Step(TransferStep step, DateTime at, string by)
    {
        State = TransferSteps.Next(State, step);
        (AnsweredAt, AnsweredBy) = (at, by);
        Version++;
    }

    private void Forget()
    {
        (Snapshot, District, CuratorName, CuratorId, Contacts, Progress, PassOnWords) = (null, null, null, null, null, null, null);
        (PlanMadeOn, PlanSteps, PlanDone) = (null, 0, 0);
        CaseState = CaseState is null ? null : Rules.Cases.CaseState.Closed;
    }
}
