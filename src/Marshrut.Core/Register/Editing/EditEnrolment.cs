using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <inheritdoc cref="PersonEdit"/>
public sealed record EnrolmentEdit(long EnrolmentId, IReadOnlyDictionary<string, string?> Typed, string? Reason, SeenCard Seen);

/// <summary>Changes programme, course, group, graduation, status and number of a study by the value rules of the importer.</summary>
public sealed class EditEnrolment(MarshrutDb db, RegisterIntake intake, CardBook book, OrderExchange exchange) : IUseCase
{
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardAnswer?> Edit(EnrolmentEdit edit, CancellationToken cancel)
    {
        var options = await intake.Options(cancel);
        var evidenceId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(edit.EnrolmentId, cancel) is not { } card)
        {
            return null;
        }

        var (row, problems) = StudyRow(edit.Typed, options);
        if (Platform.Reason.Problem(edit.Reason) is { } why)
        {
            problems["reason"] = why;
        }

        if (problems.Count > 0 || row is null)
        {
            return CardAnswer.Refused(problems);
        }

        if (await book.Changed(card, edit.Seen, person: false, study: true, cancel) is { } conflict)
        {
            return CardAnswer.Changed(conflict);
        }

        var before = EnrolmentValues.Of(card.Study);
        var after = row.Over((EnrolmentValues?)null);
        var changes = before.Fields().Zip(after.Fields(), (old, now) => new FieldChange(old.Key, old.Text, now.Text)).Where(change => change.Before != change.After).ToList();
        if (changes.Count == 0)
        {
            return CardAnswer.Refused("", "В форме то же, что в карточке. Измените то, что нужно, или вернитесь к карточке.");
        }

        if (await TakenBy(db, after.ExternalId, card.Study.Id, cancel))
        {
            return CardAnswer.Refused("externalId", NumberTaken);
        }

        after.WriteTo(card.Study);
        book.Touch(card, person: false, study: true);
        await book.Write(new CardAct(AuditActions.EnrolmentChanged, card.Person.Id, card.Study.Id, changes, edit.Reason!.Trim()), evidenceId, cancel);
        await transaction.CommitAsync(cancel);
        await exchange.OrderAbout(card.Person.Id, cancel);
        return CardAnswer.Written(card.Study.Id);
    }

    internal const string NumberTaken = "Такой идентификатор уже есть у другого человека вашей организации. Сверьте номер с документом.";

    internal static Task<bool> TakenBy(MarshrutDb db, string externalId, long exceptEnrolmentId, CancellationToken cancel) => externalId.Length == 0
        ? Task.FromResult(false)
        : db.Enrolments.AnyAsync(row => row.ExternalId == externalId && row.Id != exceptEnrolmentId, cancel);

    /// <summary>Only the study is typed; the row needs a person to be whole, and whoever stands there is not looked at.</summary>
    internal static (RegisterRow? Row, Dictionary<string, string> Problems) StudyRow(IReadOnlyDictionary<string, string?> study, RegisterReadingOptions options)
    {
        var typed = new Dictionary<string, string?>(study)
        {
            ["lastName"] = "Фамилия",
            ["firstName"] = "Имя",
            ["birthDate"] = FactDay(options.Today.AddYears(-20)),
        };
        var read = TypedRow.Read(typed, options);
        return (read.Row, read.Problems.ToDictionary());
    }

    private static string FactDay(DateOnly day) => Rules.Language.Russian.Date(day);
}
