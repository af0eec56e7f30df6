using Marshrut.Core.Cases;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <param name="WithdrawnOn">Day of the withdrawal.</param>
/// <param name="Reason">How and why, in the specialist's words.</param>
public sealed record ConsentWithdrawal(long EnrolmentId, ConsentPurpose Purpose, DateOnly? WithdrawnOn, string? Reason);

/// <summary>
/// Takes a consent back. With that on health everything about health leaves the facts at once (the ledger keeps it sealed), and a level that rested on
/// it, or on the consent to determine risk, is determined anew for the person.
/// </summary>
public sealed class WithdrawConsent(MarshrutDb db, Sealer sealer, CardBook book, AssessPerson assess, WithdrawHandedPerson handed, TimeProvider clock) : IUseCase
{
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Withdraw(ConsentWithdrawal input, CancellationToken cancel)
    {
        var (recordId, evidenceId) = (db.Ids.Take(), db.Ids.Take());
        var noticeIds = handed.TakeNoticeIds();
        await using (var transaction = await book.Begin(cancel))
        {
            if (await book.Open(input.EnrolmentId, cancel) is not { } card)
            {
                return null;
            }

            if (Problems(input, card) is { Count: > 0 } problems)
            {
                return CardAnswer.Refused(problems);
            }

            var signed = ConsentDay.Get(card.Person, input.Purpose, sealer)!.Value;
            var changes = new List<FieldChange> { ConsentDay.Change(input.Purpose, signed, null) };
            if (input.Purpose == ConsentPurpose.Health)
            {
                changes.AddRange(await ForgetHealth(card.Person, cancel));
            }

            ConsentDay.Put(card.Person, input.Purpose, null, sealer);
            await MarkRecord(card.Person, new Consent(input.Purpose, signed, Consent.OnPaper, WithdrawnOn: input.WithdrawnOn), recordId, cancel);
            book.Touch(card, person: true, study: false);
            if (input.Purpose == ConsentPurpose.Transfer)
            {
                await handed.Withdraw(card.Person.Id, noticeIds, cancel);
            }

            await book.Write(new CardAct(AuditActions.ConsentWithdrawn, card.Person.Id, null, changes, input.Reason!.Trim()), evidenceId, cancel);
            await transaction.CommitAsync(cancel);
        }

        if (input.Purpose != ConsentPurpose.Transfer && await db.Assessments.AnyAsync(row => row.EnrolmentId == input.EnrolmentId && row.IsCurrent, cancel))
        {
            await assess.Assess(input.EnrolmentId, cancel);
        }

        return CardAnswer.Written(input.EnrolmentId);
    }

    private Dictionary<string, string> Problems(ConsentWithdrawal input, OpenedCard card)
    {
        var problems = new Dictionary<string, string>();
        if (!Enum.IsDefined(input.Purpose) || ConsentDay.Get(card.Person, input.Purpose, sealer) is not { } signed)
        {
            problems[""] = "Действующего согласия нет, отзывать нечего.";
            return problems;
        }

        if (input.WithdrawnOn is not { } day || day < signed || day > clock.Today())
        {
            problems["withdrawnOn"] = "Укажите день отзыва: не раньше дня подписи и не позже сегодняшнего.";
        }

        if (Platform.Reason.Problem(input.Reason) is { } why)
        {
            problems["reason"] = why;
        }

        return problems;
    }

    private async Task<IReadOnlyList<FieldChange>> ForgetHealth(Person person, CancellationToken cancel)
    {
        var facts = sealer.OpenPersonFacts(person.Facts, person.Id);
        var changes = new List<FieldChange>();
        if (facts.Get(FactCode.Disability, FactRank.Stated) is { IsEmpty: false } stated)
        {
            changes.Add(StatedFact.Change(FactCode.Disability, stated, default));
        }

        foreach (var rank in Enum.GetValues<FactRank>())
        {
            facts.Clear(FactCode.Disability, rank);
        }

        if (facts.WorkLimitsEvidenceId is > 0 and var limits)
        {
            changes.Add(new FieldChange("workLimits", await WriteWorkLimits.Stored(db, sealer, limits, cancel), null, IsSensitive: true));
            facts.WorkLimitsEvidenceId = 0;
        }

        person.Facts = sealer.Seal(facts, person.Id);
        return changes;
    }

    /// <summary>
    /// The signed document stays on record, with the day it ceased: a file that still carries it must not bring it back. One that came without a record
    /// gets it now.
    /// </summary>
    private async Task MarkRecord(Person person, Consent ceased, long recordId, CancellationToken cancel)
    {
        var marked = false;
        foreach (var record in await db.Consents.Where(row => row.PersonId == person.Id).ToListAsync(cancel))
        {
            if (Consent.Open(sealer, record) is { WithdrawnOn: null } consent && consent.Purpose == ceased.Purpose)
            {
                record.Sealed = (consent with { WithdrawnOn = ceased.WithdrawnOn }).Seal(sealer, record.Id);
                record.EndsOn = null;
                marked = true;
            }
        }

        if (!marked)
        {
            db.Consents.Add(new ConsentRecord
            {
                Id = recordId,
                OrganizationId = person.OrganizationId,
                PersonId = person.Id,
                RecordedAt = clock.UtcNow(),
                Sealed = ceased.Seal(sealer, recordId),
            });
        }
    }
}
