using Marshrut.Core.Agreements;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Register.Editing;

/// <param name="SignedOn">Day of the consent that was shown: only of that one it is said whom it names.</param>
/// <param name="RecipientId">The employment centre that the document names.</param>
public sealed record ConsentNaming(long EnrolmentId, DateOnly? SignedOn, long? RecipientId);

/// <summary>Says whom a recorded consent to a transfer names (R46). It signs nothing: where the consent is another by now, or is no more, it is refused.</summary>
public sealed class NameConsentRecipient(MarshrutDb db, Sealer sealer, CardBook book, ListTransferRecipients recipients, FindConsentRecipient known, TimeProvider clock) : IUseCase
{
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Name(ConsentNaming input, CancellationToken cancel)
    {
        var (recordId, evidenceId) = (db.Ids.Take(), db.Ids.Take());
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.EnrolmentId, cancel) is not { } card)
        {
            return null;
        }

        if (card.Person.TransferConsentOn is not { } signed || signed != input.SignedOn || await known.Find(card.Person.Id, cancel) is not null)
        {
            return CardAnswer.Refused("", "Согласие изменилось, пока вы смотрели. Проверьте, что записано теперь.");
        }

        if ((await recipients.List(cancel)).FirstOrDefault(choice => choice.Id == input.RecipientId) is not { } recipient)
        {
            return CardAnswer.Refused("recipientId", "Выберите центр занятости, который назван в согласии.");
        }

        db.Consents.Add(new ConsentRecord
        {
            Id = recordId,
            OrganizationId = card.Person.OrganizationId,
            PersonId = card.Person.Id,
            RecordedAt = clock.UtcNow(),
            Sealed = new Consent(ConsentPurpose.Transfer, signed, Consent.OnPaper, recipient.Id).Seal(sealer, recordId),
        });
        book.Touch(card, person: true, study: false);
        await book.Write(
            new CardAct(AuditActions.ConsentRecipientNamed, card.Person.Id, null, [new FieldChange(ConsentDay.Recipient, null, recipient.Name)], null), evidenceId, cancel);
        await transaction.CommitAsync(cancel);
        return CardAnswer.Written(card.Study.Id);
    }
}
