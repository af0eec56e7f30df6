using System.Collections.Concurrent;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Results;

/// <summary>
/// The opened current assessments of an organisation, kept in the process by its register version: figures and filters by characteristic scan them
/// (R27). Not state: any node makes it anew.
/// </summary>
public sealed class RiskSnapshots
{
    // Enough for the organisations that a node serves in a morning; about 150 bytes a person.
    private const int MostOrganizations = 64;
    private readonly ConcurrentDictionary<long, (long Version, RiskRow[] Rows)> known = new();

    /// <summary>The organisation in scope, in the order of R22.</summary>
    public async Task<RiskRow[]> Of(MarshrutDb db, Sealer sealer, CancellationToken cancel)
    {
        var organization = db.Scope.OrganizationId;
        // Read before the rows: a change in between makes the copy stale, not wrong for long.
        var version = await db.Organizations.Where(row => row.Id == organization).Select(row => row.RegisterVersion).SingleAsync(cancel);
        if (known.TryGetValue(organization, out var kept) && kept.Version == version)
        {
            return kept.Rows;
        }

        var rows = await Read(db, sealer, cancel);
        if (known.Count >= MostOrganizations)
        {
            known.Clear();
        }

        known[organization] = (version, rows);
        return rows;
    }

    private static async Task<RiskRow[]> Read(MarshrutDb db, Sealer sealer, CancellationToken cancel)
    {
        var query =
            from assessment in db.Assessments
            join enrolment in db.Enrolments on assessment.EnrolmentId equals enrolment.Id
            join person in db.People on assessment.PersonId equals person.Id
            where assessment.IsCurrent
            orderby assessment.Priority descending, assessment.OrderYear, assessment.SortName, assessment.ExternalId, assessment.EnrolmentId
            select new
            {
                assessment.Id,
                assessment.EnrolmentId,
                assessment.PersonId,
                assessment.IsHigh,
                assessment.ComputedHigh,
                assessment.Complete,
                assessment.KnownCount,
                assessment.CountedCount,
                assessment.Status,
                assessment.Priority,
                assessment.Block,
                assessment.LastAsOf,
                enrolment.ProgrammeCode,
                enrolment.Course,
                enrolment.Group,
                enrolment.GraduationYear,
                Study = enrolment.Status,
                HasTransferConsent = person.TransferConsentOn != null,
            };
        var rows = new List<RiskRow>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        string Same(string word) => words.TryGetValue(word, out var first) ? first : words[word] = word;
        await foreach (var row in query.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var block = sealer.OpenAssessment(row.Block, row.Id);
            rows.Add(new RiskRow(
                row.Id,
                row.EnrolmentId,
                row.PersonId,
                row.IsHigh,
                row.ComputedHigh,
                row.Complete,
                row.KnownCount,
                row.CountedCount,
                row.Status,
                row.Priority,
                block.Found.Present & block.Enabled,
                block.Enabled & ~block.Found.Known & Counted,
                Same(row.ProgrammeCode),
                row.Course,
                row.Group is null ? null : Same(row.Group),
                row.GraduationYear,
                row.Study,
                row.HasTransferConsent,
                row.LastAsOf));
        }

        return [.. rows];
    }

    /// <summary>The lack of 4, 13 and 14 is never a gap (R19, R40).</summary>
    private static readonly uint Counted = Characteristics.Federal
        .Where(characteristic => characteristic.CountsTowardsCompleteness)
        .Aggregate(Characteristics.AddedMask, (mask, characteristic) => mask | characteristic.Bit);
}
