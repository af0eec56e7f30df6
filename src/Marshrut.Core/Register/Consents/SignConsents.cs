using Marshrut.Core.Agreements;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.People.Files;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Consents;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Consents;

/// <summary>One signature.</summary>
/// <param name="Representative">Who signed for somebody under 18, «Петрова Анна Сергеевна, мать».</param>
public sealed record Signature(long EnrolmentId, string? Representative = null);

/// <param name="SignedOn">Day of the documents.</param>
/// <param name="RecipientId">The employment centre that a consent to a transfer names; null: the only one there is, or none.</param>
/// <param name="TextNumber">Version of the text that was signed; null: the one in use.</param>
/// <param name="Scan">One document, of one person.</param>
public sealed record SignedConsents(
    ConsentPurpose Purpose, DateOnly? SignedOn, IReadOnlyList<Signature> Signatures, long? RecipientId = null, int? TextNumber = null, AcceptedFile? Scan = null);

/// <param name="At">The moment that marks these signatures: <see cref="UnsignConsents"/> takes them back by it.</param>
/// <param name="Problem">What stands against all of them: field, sentence; then nothing was written.</param>
/// <param name="Refused">Enrolment → field, sentence; the others were written.</param>
public sealed record SignedAnswer(DateTime At, IReadOnlyList<long> Written, (string Field, string Sentence)? Problem, IReadOnlyDictionary<long, (string Field, string Sentence)> Refused);

/// <summary>
/// Records consents signed on paper, of one person or of a whole group, with one line of the journal a person (R33). Whoever cannot be recorded is said
/// with the reason and stops nobody else.
/// </summary>
public sealed class SignConsents(
    MarshrutDb db, Sealer sealer, CardBook book, ListTransferRecipients recipients, FindConsentRecipient known, FindConsentText texts, TimeProvider clock) : IUseCase
{
    public const int Most = 1_000;
    private const int LongestRepresentative = 200;

    /// <exception cref="RuleViolation"><c>nobody-chosen</c>, <c>too-many</c>.</exception>
    public async Task<SignedAnswer> Sign(SignedConsents input, CancellationToken cancel)
    {
        var signatures = input.Signatures.DistinctBy(signature => signature.EnrolmentId).ToList();
        if (signatures.Count == 0)
        {
            throw new RuleViolation("nobody-chosen", "Никто не выбран. Отметьте тех, чьи согласия подписаны.");
        }

        if (signatures.Count > Most)
        {
            throw new RuleViolation("too-many", $"За раз записываем не больше {Russian.Number(Most)} согласий. Выберите группу.");
        }

        // Ids before the transaction: SQLite has one writer. Milliseconds: both databases keep them, so the moment finds its rows again.
        var ids = new IdRange(db.Ids.Reserve((2 * signatures.Count) + 1), (2 * signatures.Count) + 1);
        var now = clock.UtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        if (!Enum.IsDefined(input.Purpose) || input.SignedOn is not { } signed || signed > clock.Today())
        {
            return Stopped(now, "signedOn", "Укажите день, которым подписан документ: не раньше рождения и не позже сегодняшнего дня.");
        }

        var choices = input.Purpose == ConsentPurpose.Transfer ? await recipients.List(cancel) : [];
        var recipient = choices is [var single] ? single : choices.FirstOrDefault(choice => choice.Id == input.RecipientId);
        if ((choices.Count > 1 && recipient is null) || (input.RecipientId is { } wanted && wanted != recipient?.Id))
        {
            return Stopped(now, "recipientId", "Выберите центр занятости, который назван в согласии.");
        }

        var versions = await texts.Find(input.Purpose, cancel);
        if (versions.FirstOrDefault(version => version.Number == (input.TextNumber ?? versions[0].Number)) is not { } text)
        {
            return Stopped(now, "textNumber", "Выберите, какой текст подписан.");
        }

        await using var transaction = await book.Begin(cancel);
        var asked = signatures.ConvertAll(signature => signature.EnrolmentId);
        var personOf = await db.Enrolments.AsNoTracking().Where(row => asked.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.PersonId, cancel);
        var personIds = personOf.Values.Distinct().ToList();
        var people = await db.People.Where(row => personIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var trails = await ConsentTrail.Read(db, sealer, personIds, cancel);
        var (written, refused, done) = (new List<long>(), new Dictionary<long, (string, string)>(), new HashSet<long>());
        foreach (var signature in signatures.Where(signature => personOf.ContainsKey(signature.EnrolmentId)))
        {
            var person = people[personOf[signature.EnrolmentId]];
            var representative = Spaces.Collapse(signature.Representative ?? "");
            if (Obstacle(person, trails[person.Id], input.Purpose, signed, representative) is { } obstacle)
            {
                refused[signature.EnrolmentId] = obstacle;
            }
            else if (done.Add(person.Id))
            {
                var consent = new Consent(input.Purpose, signed, Consent.OnPaper, recipient?.Id)
                {
                    Representative = ConsentAge.IsMinor(person.BirthDate, signed) ? representative : null,
                    TextNumber = text.Number,
                };
                await Write(person, trails[person.Id], consent, text.EndsOn(signed), recipient?.Name, input.Scan, ids, now, cancel);
                written.Add(signature.EnrolmentId);
            }
        }

        if (written.Count > 0)
        {
            await book.Save(cancel);
            await transaction.CommitAsync(cancel);
        }

        return new SignedAnswer(now, written, null, refused);
    }

    private async Task Write(
        Person person, IEnumerable<Consent> trail, Consent consent, DateOnly? endsOn, string? recipientName, AcceptedFile? scan, IdRange ids, DateTime now, CancellationToken cancel)
    {
        var before = ConsentDay.Get(person, consent.Purpose, sealer);
        List<FieldChange> changes = [ConsentDay.Change(consent.Purpose, before, consent.SignedOn)];
        if (recipientName is not null)
        {
            changes.Add(new FieldChange(ConsentDay.Recipient, before is null ? null : (await known.Of(trail, cancel))?.Name, recipientName));
        }

        if (consent.Representative is { } representative)
        {
            changes.Add(new FieldChange(ConsentDay.Representative, null, representative));
        }

        if (scan is not null)
        {
            var file = scan.Seal(sealer, person, PersonFilePlace.Consent, ids.Take(), now);
            db.PersonFiles.Add(file);
            consent = consent with { FileId = file.Id };
        }

        var recordId = ids.Take();
        ConsentDay.Put(person, consent.Purpose, consent.SignedOn, sealer);
        db.Consents.Add(new ConsentRecord
        {
            Id = recordId,
            OrganizationId = person.OrganizationId,
            PersonId = person.Id,
            RecordedAt = now,
            Sealed = consent.Seal(sealer, recordId),
            EndsOn = endsOn,
        });
        person.Version++;
        person.LastImportId = null;
        book.Tell(new CardAct(AuditActions.ConsentSigned, person.Id, null, changes, null), ids.Take(), now);
    }

    /// <summary>An older document takes the place neither of a newer one nor of its own withdrawal, which a colleague may have recorded meanwhile.</summary>
    private (string Field, string Sentence)? Obstacle(Person person, IEnumerable<Consent> trail, ConsentPurpose purpose, DateOnly signed, string representative)
    {
        if (signed < person.BirthDate)
        {
            return ("signedOn", "Документ подписан раньше, чем человек родился. Проверьте день.");
        }

        if (ConsentDay.Get(person, purpose, sealer) is { } inForce && inForce >= signed)
        {
            return ("signedOn", $"Уже записано согласие, подписанное {Russian.Date(inForce)}. Укажите день более нового документа.");
        }

        if (trail.Where(consent => consent.Purpose == purpose).Max(consent => consent.WithdrawnOn) is { } withdrawn && signed < withdrawn)
        {
            return ("signedOn", $"Согласие, подписанное раньше, отозвано {Russian.Date(withdrawn)}. Укажите день нового документа.");
        }

        if (!ConsentAge.IsMinor(person.BirthDate, signed))
        {
            return null;
        }

        return representative.Length switch
        {
            0 => ("representative", "В день подписи человеку не было 18 лет: подписывает представитель. Напишите, кто: фамилия, имя, отчество и кем приходится."),
            > LongestRepresentative => ("representative", $"Не длиннее {LongestRepresentative} знаков: фамилия, имя, отчество и кем приходится."),
            _ => null,
        };
    }

    private static SignedAnswer Stopped(DateTime at, string field, string sentence) => new(at, [], (field, sentence), new Dictionary<long, (string, string)>());
}
