using System.Runtime.CompilerServices;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Risk.Results;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Export;

/// <summary>The current assessments of the organisation in scope, all of them, in the order of R22, streamed.</summary>
public sealed class AssessmentsForExport(MarshrutDb db, Sealer sealer) : IUseCase
{
    // One number of the level before: one short look into an index for each row.
    private const int High = 1;
    private const int NotHigh = 2;
    private const int Preliminary = 3;

    /// <param name="cancel">Stops the reading.</param>
    /// <param name="only">Ids of the assessments to read; null: all.</param>
    public async IAsyncEnumerable<AssessmentExportRow> Read([EnumeratorCancellation] CancellationToken cancel, IReadOnlySet<long>? only = null)
    {
        var added = await db.AddedCharacteristics(cancel);
        var rows =
            from assessment in db.Assessments
            join enrolment in db.Enrolments on assessment.EnrolmentId equals enrolment.Id
            join person in db.People on assessment.PersonId equals person.Id
            where assessment.IsCurrent
            orderby assessment.Priority descending, assessment.OrderYear, assessment.SortName, assessment.ExternalId, assessment.EnrolmentId
            select new
            {
                assessment.Id,
                assessment.IsHigh,
                assessment.Status,
                assessment.Priority,
                assessment.Complete,
                assessment.KnownCount,
                assessment.CountedCount,
                assessment.Block,
                Before = db.Assessments.Where(past => past.EnrolmentId == assessment.EnrolmentId && !past.IsCurrent)
                    .OrderByDescending(past => past.CreatedAt).ThenByDescending(past => past.Id)
                    .Select(past => (int?)(past.IsHigh ? High : past.Complete ? NotHigh : Preliminary)).FirstOrDefault(),
                enrolment.ExternalId,
                enrolment.ProgrammeCode,
                enrolment.Group,
                enrolment.GraduationYear,
                person.LastName,
                person.FirstName,
                person.MiddleName,
                person.BirthDate,
                person.Phone,
            };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (only?.Contains(row.Id) == false)
            {
                continue;
            }

            yield return new AssessmentExportRow(
                row.ExternalId.Length == 0 ? null : row.ExternalId,
                row.LastName,
                row.FirstName,
                row.MiddleName,
                row.BirthDate,
                row.ProgrammeCode,
                row.Group,
                row.GraduationYear,
                row.Phone,
                row.Before is { } before ? new LevelBefore(before == High, before != Preliminary) : null,
                row.IsHigh,
                row.Status,
                row.IsHigh ? row.Priority : null,
                row.Complete,
                row.KnownCount,
                row.CountedCount,
                sealer.OpenAssessment(row.Block, row.Id),
                added);
        }
    }
}
