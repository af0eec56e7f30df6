using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;

namespace Marshrut.Core.Register.Editing;

/// <param name="EnrolmentId">The card's address.</param>
/// <param name="Typed">Field key of the person (DOMAIN §5) → what was typed; blank takes the value away.</param>
/// <param name="Reason">Why, in the specialist's words.</param>
/// <param name="Seen">What the form was read from.</param>
/// <param name="KnowsLookAlikes">The user saw who else has this СНИЛС or name, and writes all the same.</param>
public sealed record PersonEdit(long EnrolmentId, IReadOnlyDictionary<string, string?> Typed, string? Reason, SeenCard Seen, bool KnowsLookAlikes = false);

/// <summary>Changes names, birth date, СНИЛС, contacts and districts of a person by the value rules of the importer.</summary>
public sealed class EditPerson(MarshrutDb db, RegisterIntake intake, CardBook book, FindLookAlikes similar, Fingerprint fingerprint, OrderExchange exchange) : IUseCase
{
    /// <summary>One ledger row and as many pairs of look-alikes as are shown.</summary>
    private const int MostIds = 6;

    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Edit(PersonEdit edit, CancellationToken cancel)
    {
        var options = await intake.Options(cancel);
        var ids = new IdRange(db.Ids.Reserve(MostIds), MostIds);
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(edit.EnrolmentId, cancel) is not { } card)
        {
            return null;
        }

        // What the form is not about goes into the row as it is stored: the row is whole and its rules are those of a file.
        var before = PersonValues.Of(card.Person);
        var typed = EnrolmentValues.Of(card.Study).Fields().ToDictionary(field => field.Key, field => field.Text);
        foreach (var (key, text) in edit.Typed)
        {
            typed[key] = text;
        }

        var read = TypedRow.Read(typed, options);
        var problems = read.Problems.Where(problem => edit.Typed.ContainsKey(problem.Key)).ToDictionary();
        if (Platform.Reason.Problem(edit.Reason) is { } why)
        {
            problems["reason"] = why;
        }

        if (problems.Count > 0 || read.Row is null)
        {
            return CardAnswer.Refused(problems);
        }

        if (await book.Changed(card, edit.Seen, person: true, study: false, cancel) is { } conflict)
        {
            return CardAnswer.Changed(conflict);
        }

        var after = read.Row.Over((PersonValues?)null) with { TransferConsentOn = before.TransferConsentOn, RiskConsentOn = before.RiskConsentOn };
        var changes = before.Fields().Zip(after.Fields(), (old, now) => new FieldChange(old.Key, old.Text, now.Text)).Where(change => change.Before != change.After).ToList();
        if (changes.Count == 0)
        {
            return CardAnswer.Refused("", "В форме то же, что в карточке. Измените то, что нужно, или вернитесь к карточке.");
        }

        var lookAlikes = await similar.Find(
            after.Snils == before.Snils ? null : after.Snils, after.SortName == before.SortName && after.BirthDate == before.BirthDate ? "" : after.SortName, after.BirthDate, card.Person.Id, cancel);
        if (lookAlikes.Count > 0 && !edit.KnowsLookAlikes)
        {
            return CardAnswer.Similar(lookAlikes);
        }

        after.WriteTo(card.Person);
        card.Person.Fingerprint = fingerprint.Of(after.Snils, after.SortName, after.BirthDate);
        book.Touch(card, person: true, study: false);
        await similar.Queue(lookAlikes, card.Person.Id, ids.Take, cancel);
        await book.Write(new CardAct(AuditActions.PersonChanged, card.Person.Id, null, changes, edit.Reason!.Trim()), ids.Take(), cancel);
        await transaction.CommitAsync(cancel);
        await exchange.OrderAbout(card.Person.Id, cancel);
        return CardAnswer.Written(edit.EnrolmentId);
    }
}
