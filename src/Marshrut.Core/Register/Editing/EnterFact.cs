using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Editing;

/// <param name="EnrolmentId">The study: 8–12 hang on it, the others on its person (R42).</param>
/// <param name="Fact">Which fact.</param>
/// <param name="Value">What it says; <see cref="FactValue.Unknown"/> takes back what was stated.</param>
/// <param name="Document">The document behind it, in words.</param>
/// <param name="ValidFrom">Its date: the fact is counted from this day on.</param>
/// <param name="ValidTo">The last day it is counted.</param>
public sealed record FactByHand(
    long EnrolmentId, FactCode? Fact, FactValue? Value, string? Document, DateOnly? ValidFrom, DateOnly? ValidTo, string? Reason, SeenCard Seen);

/// <summary>
/// A specialist states a fact: one entry of the rank «внесено вручную», beside the file's, of which the newer counts; answers of the person and
/// records in the system outweigh it (DOMAIN §7, <see cref="FactSource"/>).
/// </summary>
public sealed class EnterFact(MarshrutDb db, Sealer sealer, CoreSettings settings, CardBook book, TimeProvider clock) : IUseCase
{
    public const int LongestDocument = 300;

    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Enter(FactByHand input, CancellationToken cancel)
    {
        var evidenceId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.EnrolmentId, cancel) is not { } card)
        {
            return null;
        }

        var problems = await Problems(input, card, cancel);
        if (problems.Count > 0)
        {
            return CardAnswer.Refused(problems);
        }

        var code = input.Fact!.Value;
        if (await book.Changed(card, input.Seen, code.IsOfPerson, !code.IsOfPerson, cancel) is { } conflict)
        {
            return CardAnswer.Changed(conflict);
        }

        var entry = input.Value == FactValue.Unknown ? default : FactEntry.ByHand(input.Value!.Value, clock.Today(), input.ValidFrom, input.ValidTo);
        var before = StatedFact.Get(card, code, sealer);
        if (before == entry)
        {
            return CardAnswer.Refused("value", "Это значение уже внесено сегодня с теми же сроками. Выберите другое или вернитесь к карточке.");
        }

        StatedFact.Put(card, code, entry, sealer);
        book.Touch(card, code.IsOfPerson, !code.IsOfPerson);
        var document = input.Document?.Trim() is { Length: > 0 } named ? named : null;
        await book.Write(
            new CardAct(AuditActions.FactEntered, card.Person.Id, code.IsOfPerson ? null : card.Study.Id, [StatedFact.Change(code, before, entry)], input.Reason!.Trim(), document),
            evidenceId,
            cancel);
        await transaction.CommitAsync(cancel);
        return CardAnswer.Written(card.Study.Id);
    }

    private async Task<Dictionary<string, string>> Problems(FactByHand input, OpenedCard card, CancellationToken cancel)
    {
        var problems = new Dictionary<string, string>();
        if (input.Fact is not { } code || !Enum.IsDefined(code))
        {
            problems["fact"] = "Выберите, о чём сведение.";
        }
        else if (Characteristics.Of(code).Sensitivity == Sensitivity.Restricted && !await ReadCardForm.MayHoldRestricted(db, settings, cancel))
        {
            // Nobody without the right learns that there is such a fact (R38).
            problems["fact"] = "Выберите, о чём сведение.";
        }
        else if (Characteristics.Of(code).Sensitivity == Sensitivity.Special && sealer.OpenPersonFacts(card.Person.Facts, card.Person.Id).HealthConsentOn.Day is null)
        {
            problems["fact"] = "Сведения о здоровье записать нельзя: нет согласия. Сначала внесите дату подписанного согласия.";
        }
        else if (input.Value is not { } value)
        {
            problems["value"] = "Выберите значение.";
        }
        else if (!code.Allows(value))
        {
            problems["value"] = "Такого ответа у этого сведения не бывает. Выберите другой.";
        }

        if (input.Document?.Trim().Length > LongestDocument)
        {
            problems["document"] = $"Название документа длиннее {LongestDocument} знаков. Оставьте вид, номер и дату.";
        }

        if (input.ValidFrom is { } from && (from > clock.Today() || from < CompactDate.Earliest))
        {
            problems["validFrom"] = "Дата ещё не наступила или слишком давняя. Укажите дату документа.";
        }

        if (input.ValidTo is { } to && (to < (input.ValidFrom ?? CompactDate.Earliest) || to > CompactDate.Latest))
        {
            problems["validTo"] = "Срок кончается раньше, чем начинается. Проверьте обе даты.";
        }

        if (Platform.Reason.Problem(input.Reason) is { } why)
        {
            problems["reason"] = why;
        }

        return problems;
    }
}
