using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <summary>What taking a fact back will do.</summary>
/// <param name="Title">The fact.</param>
/// <param name="Value">What is stated now, in words.</param>
/// <param name="Returns">What stands then, in words; null: nothing, «неизвестно».</param>
public sealed record FactToWithdraw(FactCode Fact, string Title, string Value, string? Returns, CardForm Form);

/// <param name="Fact">Which fact.</param>
/// <param name="Reason">Why it was a mistake.</param>
public sealed record FactWithdrawal(long EnrolmentId, FactCode Fact, string? Reason, SeenCard Seen);

/// <summary>
/// Takes back a fact that was a mistake: a compensating ledger row, never a deletion. What stood before a statement by hand stands again; after a
/// value of a file, or a second taking back, nothing does.
/// </summary>
public sealed class WithdrawFact(MarshrutDb db, Sealer sealer, CoreSettings settings, CardBook book) : IUseCase
{
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Withdraw(FactWithdrawal input, CancellationToken cancel)
    {
        var evidenceId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.EnrolmentId, cancel) is not { } card || !await MayHold(db, settings, input.Fact, cancel))
        {
            return null;
        }

        if (Platform.Reason.Problem(input.Reason) is { } why)
        {
            return CardAnswer.Refused("reason", why);
        }

        var code = input.Fact;
        if (await book.Changed(card, input.Seen, code.IsOfPerson, !code.IsOfPerson, cancel) is { } conflict)
        {
            return CardAnswer.Changed(conflict);
        }

        var stated = StatedFact.Get(card, code, sealer);
        if (stated.IsEmpty)
        {
            return CardAnswer.Refused("", "Этого сведения в карточке уже нет. Вернитесь к карточке.");
        }

        var (row, returns) = await Earlier(db, sealer, card.Person.Id, card.Study.Id, code, cancel);
        StatedFact.Put(card, code, returns, sealer);
        book.Touch(card, code.IsOfPerson, !code.IsOfPerson);
        await book.Write(
            new CardAct(
                AuditActions.FactWithdrawn, card.Person.Id, code.IsOfPerson ? null : card.Study.Id, [StatedFact.Change(code, stated, returns)], input.Reason!.Trim(), Withdraws: row),
            evidenceId,
            cancel);
        await transaction.CommitAsync(cancel);
        return CardAnswer.Written(card.Study.Id);
    }

    internal static async Task<bool> MayHold(MarshrutDb db, CoreSettings settings, FactCode code, CancellationToken cancel) =>
        Enum.IsDefined(code) && (Characteristics.Of(code).Sensitivity != Sensitivity.Restricted || await ReadCardForm.MayHoldRestricted(db, settings, cancel));

    /// <summary>The ledger row that states the fact now, and what stands when it is taken back.</summary>
    internal static async Task<(long? Row, FactEntry Returns)> Earlier(MarshrutDb db, Sealer sealer, long personId, long enrolmentId, FactCode code, CancellationToken cancel)
    {
        var key = Characteristics.Of(code).Code;
        var rows = db.Evidence.AsNoTracking()
            .Where(row => row.PersonId == personId && (row.EnrolmentId == null || row.EnrolmentId == enrolmentId))
            .OrderByDescending(row => row.RecordedAt).ThenByDescending(row => row.Id)
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            var payload = EvidencePayload.Open(sealer, row);
            if (payload.After.ContainsKey(key))
            {
                return (row.Id, row.Source == EvidenceSource.Manual && payload.Withdraws is null ? FactText.Parse(payload.Before?.GetValueOrDefault(key)) : default);
            }
        }

        return (null, default);
    }
}
