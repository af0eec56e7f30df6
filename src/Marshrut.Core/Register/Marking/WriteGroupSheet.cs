using System.Globalization;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets.Writing;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Marking;

/// <summary>
/// A sheet of one group for its master or tutor, who has no access: the people, and empty columns of facts with lists to choose from. It comes back through the
/// importer as any register does: a blank cell changes nothing (R8). Only facts that a list may tell of, and none that is known already: nothing leaves.
/// </summary>
public sealed class WriteGroupSheet(MarshrutDb db) : IUseCase
{
    /// <summary>The note, then the header.</summary>
    private const int RowsAbove = 2;

    private const string Note =
        "Заполните пустые столбцы: в каждой ячейке есть список. Чего не знаете, оставьте пустым — ничего не изменится. Имена, даты и коды не меняйте. Верните файл в центр карьеры.";

    private static readonly RegisterField[] identity =
    [
        RegisterFields.ExternalId, RegisterFields.LastName, RegisterFields.FirstName, RegisterFields.MiddleName, RegisterFields.BirthDate, RegisterFields.ProgrammeCode,
        RegisterFields.GraduationYear, RegisterFields.Group,
    ];

    private static readonly double[] widths = [16, 18, 16, 18, 14, 14, 11, 12];

    /// <exception cref="RuleViolation"><c>group-empty</c>: nobody studies in it.</exception>
    public async Task<int> Write(string? ofGroup, Stream output, CancellationToken cancel)
    {
        var rows = await (
            from study in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on study.PersonId equals person.Id
            where study.Group == ofGroup && (study.Status == EnrolmentStatus.Studying || study.Status == EnrolmentStatus.AcademicLeave)
            orderby study.SortName, study.ExternalId, study.Id
            select new { study.ExternalId, person.LastName, person.FirstName, person.MiddleName, person.BirthDate, study.ProgrammeCode, study.GraduationYear, study.Group }).ToListAsync(cancel);
        if (string.IsNullOrEmpty(ofGroup) || rows.Count == 0)
        {
            throw new RuleViolation("group-empty", "Выберите группу, в которой кто-нибудь учится.");
        }

        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "enrolments", Details: new { what = "group-sheet", rows = rows.Count }));
        await db.SaveChangesAsync(cancel);
        var facts = MarkPeople.Choices;
        using var sheet = new XlsxWriter(output, ofGroup, [.. widths, .. facts.Select(fact => Math.Clamp(fact.Title.Length + 2.0, 14, 28))], RowsAbove);
        sheet.StartRow();
        sheet.Text(Note);
        sheet.Header([.. identity.Select(field => field.Header), .. facts.Select(fact => fact.Title)]);
        foreach (var row in rows)
        {
            sheet.StartRow();
            string?[] cells =
                [row.ExternalId, row.LastName, row.FirstName, row.MiddleName, Russian.Date(row.BirthDate), row.ProgrammeCode, row.GraduationYear.ToString(CultureInfo.InvariantCulture), row.Group];
            foreach (var cell in cells)
            {
                sheet.Text(cell);
            }
        }

        for (var i = 0; i < facts.Count; i++)
        {
            sheet.Choice(identity.Length + i, RowsAbove + 1, RowsAbove + rows.Count, facts[i].Values.Select(pair => pair.Words));
        }

        return rows.Count;
    }
}
