using Marshrut.Core.Imports;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Applications;

/// <summary>One thing that a file tells of a case.</summary>
/// <param name="Known">What is recorded of it already; null: nothing.</param>
internal sealed record PlannedRecord(long CaseId, ServiceRecord Record, ServiceApplication? Known)
{
    public bool Changes(Sealer sealer) => Known is { } known && ((Record.State is { } state && known.State != state)
        || (Record.StateOn is { } stateOn && known.StateOn != stateOn)
        || (Record.Number is { } number && known.OpenNumber(sealer) != number));
}

internal sealed record ServicePlan(IReadOnlyList<PlannedRecord> Records, FileReport Report);

/// <summary>
/// Says what a file of ЕЦП would change at the centre in scope. People are found by СНИЛС among its cases alone: of others nothing is told but that there is
/// no such case here.
/// </summary>
public sealed class PlanServiceFile(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <summary>How the centre reads such files.</summary>
    internal async Task<ColumnMapping> Mapping(CancellationToken cancel) => new(await db.RememberedColumns.AsNoTracking()
        .Where(row => row.Header.StartsWith(RememberServiceColumns.Mark))
        .ToDictionaryAsync(row => row.Header.Substring(RememberServiceColumns.Mark.Length), row => row.FieldKey, cancel));

    /// <summary>Changes nothing.</summary>
    /// <exception cref="SpreadsheetProblem">The file cannot be read, or lacks a column.</exception>
    internal async Task<ServicePlan> Plan(byte[] content, ColumnMapping mapping, CancellationToken cancel)
    {
        using var file = new MemoryStream(content);
        using var opened = TableFile.Open(file, ServiceFileColumns.All, mapping, header => ServiceFileColumns.MissingIn(header).Count == 0);
        var parser = new ServiceFileParser(opened.Sheet, mapping, clock.Today());
        var rows = parser.Parse(opened.Rows()).ToList();
        var caseOf = await FindCases([.. rows.Select(row => row.Snils).OfType<string>().Distinct(StringComparer.Ordinal)], cancel);
        var caseIds = caseOf.Values.ToList();
        var known = (await db.ServiceApplications.AsNoTracking().Where(row => caseIds.Contains(row.CaseId)).ToListAsync(cancel)).ToLookup(row => row.CaseId);
        var seen = new HashSet<(long, ServiceKind, DateOnly?, string?)>();
        var (records, errors) = (new List<PlannedRecord>(), new List<CellError>());
        var (created, updated, unchanged, rejected) = (0, 0, 0, 0);
        foreach (var row in rows)
        {
            errors.AddRange(row.Errors);
            if (row.Snils is null)
            {
                rejected++;
                continue;
            }

            if (!caseOf.TryGetValue(row.Snils, out var caseId))
            {
                rejected++;
                var column = parser.Header.Of(ServiceFileColumns.Snils)!;
                errors.Add(new CellError(row.Number, column.Index, column.Header, "", "no-case", "Человека с этим СНИЛС нет среди тех, кого сопровождает ваш центр.", Rejects: true));
                continue;
            }

            var planned = row.Records.Where(record => seen.Add(KeyOf(caseId, record)))
                .Select(record => new PlannedRecord(caseId, record, Known(known[caseId], record))).ToList();
            records.AddRange(planned);
            if (planned.Exists(one => one.Known is null))
            {
                created++;
            }
            else if (planned.Exists(one => one.Changes(sealer)))
            {
                updated++;
            }
            else
            {
                unchanged++;
            }
        }

        return new ServicePlan(
            records,
            new FileReport(
                parser.Read, created, updated, unchanged, rejected, parser.Repaired, MissingFromFile: 0, errors, [.. rows.SelectMany(row => row.Repairs)], parser.Notices()));
    }

    /// <summary>What a file tells twice is taken once: a portal's row repeats the CV beside every application of the person.</summary>
    private static (long, ServiceKind, DateOnly?, string?) KeyOf(long caseId, ServiceRecord record) =>
        (caseId, record.Kind, record.Kind.IsTrace ? null : record.FiledOn, record.Number);

    /// <summary>The same application by its number, else by kind and day; a trace is one of its kind.</summary>
    private ServiceApplication? Known(IEnumerable<ServiceApplication> ofCase, ServiceRecord record) =>
        record.Kind.IsTrace
            ? ofCase.FirstOrDefault(row => row.Kind == record.Kind)
            : (record.Number is { } number ? ofCase.FirstOrDefault(row => row.OpenNumber(sealer) == number) : null)
                ?? ofCase.FirstOrDefault(row => row.Kind == record.Kind && row.FiledOn == record.FiledOn && (row.Number is null || record.Number is null));

    /// <summary>СНИЛС → the case that goes on, else the last one.</summary>
    private async Task<Dictionary<string, long>> FindCases(List<string> snils, CancellationToken cancel)
    {
        var found = await (
            from person in db.People.AsNoTracking()
            where person.Snils != null && snils.Contains(person.Snils)
            join row in db.Cases.AsNoTracking() on person.Id equals row.PersonId
            select new { person.Snils, row.Id, row.State, row.OpenedOn }).ToListAsync(cancel);
        return found.GroupBy(row => row.Snils!).ToDictionary(
            group => group.Key,
            group => group.OrderBy(row => row.State == CaseState.Closed).ThenByDescending(row => row.OpenedOn).ThenByDescending(row => row.Id).First().Id,
            StringComparer.Ordinal);
    }
}
