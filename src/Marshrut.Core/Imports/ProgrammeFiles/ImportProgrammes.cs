using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.ProgrammeFiles;

/// <summary>
/// Writes a current list of programmes over the directory in one transaction (DOMAIN §2). A code that the file does not name stays: people study by it,
/// and only a date closes it. The directory is one for the installation.
/// </summary>
public sealed class ImportProgrammes(MarshrutDb db) : IUseCase
{
    /// <exception cref="Platform.Spreadsheets.SpreadsheetProblem">The file cannot be read, or lacks a column.</exception>
    public async Task<FileReport> Import(Stream file, CancellationToken cancel)
    {
        using var opened = TableFile.Open(file, ProgrammeColumns.All, ColumnMapping.Empty, header => ProgrammeColumns.MissingIn(header).Count == 0);
        var parser = new ProgrammeParser(opened.Sheet);
        var parsed = parser.Parse(opened.Rows()).ToList();
        var accepted = parsed.Where(row => row.Row is not null).Select(row => row.Row!).ToList();

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The first statement: two lists at once follow each other, and neither adds a code that the other has just added.
        await db.Regions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, row => row.Name), cancel);
        var known = await db.Programmes.ToDictionaryAsync(row => row.Code, StringComparer.Ordinal, cancel);
        var missing = known.Keys.Count(code => !parser.Codes.Contains(code));
        var (created, updated) = (0, 0);
        foreach (var row in accepted)
        {
            var programme = known.GetValueOrDefault(row.Code);
            if (programme is null)
            {
                programme = new Programme { Code = row.Code, Name = row.Name, SearchName = NameText.Normalize(row.Name) };
                db.Programmes.Add(programme);
                known.Add(row.Code, programme);
                created++;
                Write(programme, row);
            }
            else if (Write(programme, row))
            {
                updated++;
            }
        }

        db.Audit(new AuditDraft(null, AuditActions.ProgrammesImported, "programmes", Details: new
        {
            read = parser.Read,
            created,
            updated,
            rejected = parsed.Count - accepted.Count,
        }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new FileReport(
            parser.Read,
            created,
            updated,
            accepted.Count - created - updated,
            parsed.Count - accepted.Count,
            parser.Repaired,
            missing,
            [.. parsed.SelectMany(row => row.Errors)],
            [.. parsed.SelectMany(row => row.Repairs)],
            [.. parser.Notices(), .. Unfinished(accepted, known, missing)]);
    }

    /// <summary>Whether the row changes what is known.</summary>
    private static bool Write(Programme programme, ProgrammeFileRow row)
    {
        var before = (programme.Name, programme.ValidTo, programme.SuccessorCode);
        programme.Name = row.Name;
        programme.SearchName = NameText.Normalize(row.Name);
        programme.ValidTo = row.ValidTo.Over(programme.ValidTo);
        programme.SuccessorCode = row.Successor.Over(programme.SuccessorCode);
        return before != (programme.Name, programme.ValidTo, programme.SuccessorCode);
    }

    private static IEnumerable<ReadingNotice> Unfinished(IEnumerable<ProgrammeFileRow> accepted, Dictionary<string, Programme> known, int missing)
    {
        var unknown = new SortedSet<string>(
            accepted.Where(row => row.Successor.IsGiven && !known.ContainsKey(row.Successor.Value!)).Select(row => row.Successor.Value!), StringComparer.Ordinal);
        if (unknown.Count > 0)
        {
            yield return ImportMessages.UnknownSuccessorsNotice(unknown);
        }

        if (missing > 0)
        {
            yield return ImportMessages.MissingProgrammesNotice(missing);
        }
    }
}
