using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <param name="Text">Blank takes them away.</param>
public sealed record WorkLimitsByHand(long EnrolmentId, string? Text, string? Document, string? Reason, SeenCard Seen);

/// <summary>Writes «Рекомендации по условиям труда»: the text lies in the sealed ledger row alone, and needs the health consent (R2).</summary>
public sealed class WriteWorkLimits(MarshrutDb db, Sealer sealer, CardBook book) : IUseCase
{
    private const string Key = "workLimits";
    private const int Longest = 2000;

    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Write(WorkLimitsByHand input, CancellationToken cancel)
    {
        var evidenceId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.EnrolmentId, cancel) is not { } card)
        {
            return null;
        }

        var facts = sealer.OpenPersonFacts(card.Person.Facts, card.Person.Id);
        var text = string.IsNullOrWhiteSpace(input.Text) ? null : Spaces.Collapse(input.Text);
        var problems = new Dictionary<string, string>();
        if (facts.HealthConsentOn.Day is null)
        {
            problems["text"] = "Сведения о здоровье записать нельзя: нет согласия. Сначала внесите дату подписанного согласия.";
        }
        else if (text?.Length > Longest)
        {
            problems["text"] = "Текст длиннее двух тысяч знаков. Сократите его.";
        }

        if (input.Document?.Trim().Length > EnterFact.LongestDocument)
        {
            problems["document"] = $"Название документа длиннее {EnterFact.LongestDocument} знаков. Оставьте вид, номер и дату.";
        }

        if (Platform.Reason.Problem(input.Reason) is { } why)
        {
            problems["reason"] = why;
        }

        if (problems.Count > 0)
        {
            return CardAnswer.Refused(problems);
        }

        if (await book.Changed(card, input.Seen, person: true, study: false, cancel) is { } conflict)
        {
            return CardAnswer.Changed(conflict);
        }

        var before = await Stored(db, sealer, facts.WorkLimitsEvidenceId, cancel);
        if (before == text)
        {
            return CardAnswer.Refused("text", text is null ? "Рекомендаций в карточке нет. Впишите их или вернитесь к карточке." : "Эти рекомендации уже записаны.");
        }

        facts.WorkLimitsEvidenceId = text is null ? 0 : evidenceId;
        card.Person.Facts = sealer.Seal(facts, card.Person.Id);
        book.Touch(card, person: true, study: false);
        var document = input.Document?.Trim() is { Length: > 0 } named ? named : null;
        await book.Write(
            new CardAct(AuditActions.FactEntered, card.Person.Id, null, [new FieldChange(Key, before, text, IsSensitive: true)], input.Reason!.Trim(), document), evidenceId, cancel);
        await transaction.CommitAsync(cancel);
        return CardAnswer.Written(card.Study.Id);
    }

    /// <param name="evidenceId">0: there are none.</param>
    internal static async Task<string?> Stored(MarshrutDb db, Sealer sealer, long evidenceId, CancellationToken cancel) =>
        evidenceId != 0 && await db.Evidence.AsNoTracking().FirstOrDefaultAsync(row => row.Id == evidenceId, cancel) is { } row
            ? EvidencePayload.Open(sealer, row).After.GetValueOrDefault(Key)
            : null;
}
