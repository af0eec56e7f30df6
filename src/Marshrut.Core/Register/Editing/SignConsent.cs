using Marshrut.Core.Agreements;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <param name="SignedOn">Day of the signed document.</param>
/// <param name="RecipientId">The employment centre that a consent to a transfer names; null: the only one there is, or none.</param>
public sealed record SignedConsent(long EnrolmentId, ConsentPurpose Purpose, DateOnly? SignedOn, long? RecipientId = null);

/// <summary>Records a consent that was signed on paper.</summary>
public sealed class SignConsent(MarshrutDb db, Sealer sealer, CardBook book, ListTransferRecipients recipients, FindConsentRecipient known, TimeProvider clock) : IUseCase
{
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Sign(SignedConsent input, CancellationToken cancel)
    {
        var (recordId, evidenceId) = (db.Ids.Take(), db.Ids.Take());
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.EnrolmentId, cancel) is not { } card)
        {
            return null;
        }

        if (!Enum.IsDefined(input.Purpose) || input.SignedOn is not { } signed || signed > clock.Today() || signed < card.Person.BirthDate)
        {
            return CardAnswer.Refused("signedOn", "Укажите день, которым подписан документ: не раньше рождения и не позже сегодняшнего дня.");
        }

        if (await Obstacle(card.Person, input.Purpose, signed, cancel) is { } obstacle)
        {
            return CardAnswer.Refused("signedOn", obstacle);
        }

        var choices = input.Purpose == ConsentPurpose.Transfer ? await recipients.List(cancel) : [];
        var recipient = choices is [var single] ? single : choices.FirstOrDefault(choice => choice.Id == input.RecipientId);
        if ((choices.Count > 1 && recipient is null) || (input.RecipientId is { } wanted && wanted != recipient?.Id))
        {
            return CardAnswer.Refused("recipientId", "Выберите центр занятости, который назван в согласии.");
        }

        var before = ConsentDay.Get(card.Person, input.Purpose, sealer);
        List<FieldChange> changes = [ConsentDay.Change(input.Purpose, before, signed)];
        if (recipient is not null)
        {
            var named = before is null ? null : await known.Find(card.Person.Id, cancel);
            changes.Add(new FieldChange(ConsentDay.Recipient, named?.Name, recipient.Name));
        }

        ConsentDay.Put(card.Person, input.Purpose, signed, sealer);
        db.Consents.Add(new ConsentRecord
        {
            Id = recordId,
            OrganizationId = card.Person.OrganizationId,
            PersonId = card.Person.Id,
            RecordedAt = clock.UtcNow(),
            Sealed = new Consent(input.Purpose, signed, Consent.OnPaper, recipient?.Id).Seal(sealer, recordId),
        });
        book.Touch(card, person: true, study: false);
        await book.Write(new CardAct(AuditActions.ConsentSigned, card.Person.Id, null, changes, null), evidenceId, cancel);
        await transaction.CommitAsync(cancel);
        return CardAnswer.Written(card.Study.Id);
    }

    /// <summary>An older document takes the place neither of a newer one nor of its own withdrawal, which a colleague may have recorded meanwhile.</summary>
    private async Task<string?> Obstacle(Person person, ConsentPurpose purpose, DateOnly signed, CancellationToken cancel)
    {
        if (ConsentDay.Get(person, purpose, sealer) is { } inForce && inForce >= signed)
        {
            return $"Уже записано согласие, подписанное {Russian.Date(inForce)}. Укажите день более нового документа.";
        }

        var withdrawn = (await db.Consents.AsNoTracking().Where(row => row.PersonId == person.Id).ToListAsync(cancel))
            .ConvertAll(row => Consent.Open(sealer, row))
            .Where(consent => consent.Purpose == purpose)
            .Max(consent => consent.WithdrawnOn);
        return withdrawn is { } day && signed < day
            ? $"Согласие, подписанное раньше, отозвано {Russian.Date(day)}. Укажите день нового документа."
            : null;
    }
}

/// <summary>Where the day of a live consent stands: two in columns, that on health in the sealed facts (R27).</summary>
internal static class ConsentDay
{
    /// <summary>Field of the history: the service that a consent to a transfer names.</summary>
    public const string Recipient = "consentRecipient";

    public static DateOnly? Get(Person person, ConsentPurpose purpose, Sealer sealer) => purpose switch
    {
        ConsentPurpose.Transfer => person.TransferConsentOn,
        ConsentPurpose.Risk => person.RiskConsentOn,
        _ => sealer.OpenPersonFacts(person.Facts, person.Id).HealthConsentOn.Day,
    };

    public static void Put(Person person, ConsentPurpose purpose, DateOnly? day, Sealer sealer)
    {
        switch (purpose)
        {
            case ConsentPurpose.Transfer:
                person.TransferConsentOn = day;
                break;
            case ConsentPurpose.Risk:
                person.RiskConsentOn = day;
                break;
            default:
                var facts = sealer.OpenPersonFacts(person.Facts, person.Id);
                facts.HealthConsentOn = day;
                person.Facts = sealer.Seal(facts, person.Id);
                break;
        }
    }

    public static FieldChange Change(ConsentPurpose purpose, DateOnly? before, DateOnly? after) => new(
        purpose switch { ConsentPurpose.Transfer => "consentTransfer", ConsentPurpose.Risk => "consentRisk", _ => "consentHealth" },
        before is { } was ? Russian.Date(was) : null,
        after is { } now ? Russian.Date(now) : null);
}
