using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Editing;

/// <param name="Typed">Field key of the person and of the study → what was typed.</param>
/// <param name="KnowsLookAlikes">The user saw who may be the same person, and adds all the same.</param>
public sealed record NewPerson(IReadOnlyDictionary<string, string?> Typed, bool KnowsLookAlikes = false);

/// <summary>Puts one person with one study into the register by hand: a file of one row, with the warning before it and not after.</summary>
public sealed class AddPerson(MarshrutDb db, RegisterIntake intake, CardBook book, FindLookAlikes similar, Sealer sealer, Fingerprint fingerprint) : IUseCase
{
    /// <summary>Person, study, ledger row and as many pairs of look-alikes as are shown.</summary>
    private const int MostIds = 8;

    public async Task<CardAnswer> Add(NewPerson person, CancellationToken cancel)
    {
        var options = await intake.Options(cancel);
        var read = TypedRow.Read(person.Typed, options);
        if (read.Problems.Count > 0 || read.Row is null)
        {
            return CardAnswer.Refused(read.Problems);
        }

        var ids = new IdRange(db.Ids.Reserve(MostIds), MostIds);
        await using var transaction = await book.Begin(cancel);
        var (values, study) = (read.Row.Over((PersonValues?)null), read.Row.Over((EnrolmentValues?)null));
        if (await EditEnrolment.TakenBy(db, study.ExternalId, 0, cancel))
        {
            return CardAnswer.Refused("externalId", EditEnrolment.NumberTaken);
        }

        var lookAlikes = await similar.Find(values.Snils, values.SortName, values.BirthDate, 0, cancel);
        if (lookAlikes.Count > 0 && !person.KnowsLookAlikes)
        {
            return CardAnswer.Similar(lookAlikes);
        }

        var (personId, studyId) = (ids.Take(), ids.Take());
        var row = values.NewPerson(
            personId, db.Scope.OrganizationId, fingerprint.Of(values.Snils, values.SortName, values.BirthDate), sealer.Seal(new PersonFacts(), personId));
        db.People.Add(row);
        db.Enrolments.Add(study.NewEnrolment(studyId, row.OrganizationId, personId, row.SortName, sealer.Seal(new EnrolmentFacts(), studyId)));
        await similar.Queue(lookAlikes, personId, ids.Take, cancel);
        var changes = values.Fields().Concat(study.Fields()).Where(field => field.Text is not null).Select(field => new FieldChange(field.Key, null, field.Text)).ToList();
        await book.Write(new CardAct(AuditActions.PersonAdded, personId, studyId, changes, null, Created: true), ids.Take(), cancel);
        await transaction.CommitAsync(cancel);
        return CardAnswer.Written(studyId);
    }
}
