using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Editing;

/// <param name="EnrolmentId">Any study of the person.</param>
/// <param name="Typed">Field key of the study → what was typed.</param>
public sealed record NewEnrolment(long EnrolmentId, IReadOnlyDictionary<string, string?> Typed, string? Reason);

/// <summary>Gives a person of the register another study: a second programme, a continuation.</summary>
public sealed class AddEnrolment(MarshrutDb db, RegisterIntake intake, CardBook book, Sealer sealer) : IUseCase
{
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Add(NewEnrolment study, CancellationToken cancel)
    {
        var options = await intake.Options(cancel);
        var (id, evidenceId) = (db.Ids.Take(), db.Ids.Take());
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(study.EnrolmentId, cancel) is not { } card)
        {
            return null;
        }

        var (row, problems) = EditEnrolment.StudyRow(study.Typed, options);
        if (Platform.Reason.Problem(study.Reason) is { } why)
        {
            problems["reason"] = why;
        }

        if (problems.Count > 0 || row is null)
        {
            return CardAnswer.Refused(problems);
        }

        var values = row.Over((EnrolmentValues?)null);
        if (await EditEnrolment.TakenBy(db, values.ExternalId, 0, cancel))
        {
            return CardAnswer.Refused("externalId", EditEnrolment.NumberTaken);
        }

        if (card.Studies.Any(other => other.ProgrammeCode == values.ProgrammeCode && other.GraduationYear == values.GraduationYear))
        {
            return CardAnswer.Refused("programmeCode", "Обучение по этому направлению с этим годом выпуска у человека уже есть. Измените его, а не добавляйте второе.");
        }

        db.Enrolments.Add(values.NewEnrolment(id, card.Person.OrganizationId, card.Person.Id, card.Person.SortName, sealer.Seal(new EnrolmentFacts(), id)));
        var changes = values.Fields().Where(field => field.Text is not null).Select(field => new FieldChange(field.Key, null, field.Text)).ToList();
        await book.Write(new CardAct(AuditActions.EnrolmentAdded, card.Person.Id, id, changes, study.Reason!.Trim(), Created: true), evidenceId, cancel);
        await transaction.CommitAsync(cancel);
        return CardAnswer.Written(id);
    }
}
