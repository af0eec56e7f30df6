using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Core.Platform.Tables;

/// <summary>A file whose sheet and header row have been found; its rows are read on demand.</summary>
public sealed class TableFile : IDisposable
{
    /// <summary>Code of the problem «the sheet or row that the user named is not there».</summary>
    public const string NoSuchPlace = "no-such-place";

    /// <summary>Code of the problem «no header row».</summary>
    public const string NoHeader = "no-header";

    private readonly SpreadsheetReader _reader;
    private readonly SheetRows _rows;

    private TableFile(SpreadsheetReader reader, SheetRows rows, RawSheet sheet)
    {
        _reader = reader;
        _rows = rows;
        Sheet = sheet;
    }

    public RawSheet Sheet { get; }

    /// <summary>The rows under the header that have something in them. Throws <see cref="SpreadsheetProblem"/>.</summary>
    public IEnumerable<RawRow> Rows() => _rows.Where(row => row.Number > Sheet.Header.Number);

    /// <summary>
    /// Finds the first visible sheet whose header <paramref name="isComplete"/>, else the first visible one with any known header, so
    /// that the user is told what it lacks (R6). The stream stays open. Throws <see cref="SpreadsheetProblem"/>: the file cannot be
    /// read, or no sheet has a header (<see cref="NoHeader"/>).
    /// </summary>
    public static TableFile Open<TColumn>(
        Stream stream,
        TableColumns<TColumn> columns,
        ColumnMapping mapping,
        Func<RecognisedHeader<TColumn>, bool> isComplete,
        SpreadsheetLimits? limits = null,
        HeaderPlace? place = null)
        where TColumn : TableColumn
    {
        var reader = SpreadsheetReader.Open(stream, limits);
        try
        {
            (SheetInfo Sheet, RawRow Header)? found = null;
            foreach (var sheet in Sheets(reader, place?.Sheet))
            {
                if (place?.Row is { } told)
                {
                    // The first visible sheet, unless one is named: whoever names a row looks at it.
                    found = (sheet, reader.Rows(sheet).TakeWhile(row => row.Number <= told).Where(row => row.Number == told).Select(row => (RawRow?)row).FirstOrDefault()
                        ?? throw new SpreadsheetProblem(NoSuchPlace, TableMessages.NoSuchRow(told, sheet.Name)));
                    break;
                }

                if (HeaderRecognition.FindRow(reader.Rows(sheet), columns, mapping) is not { } header)
                {
                    continue;
                }

                if (isComplete(HeaderRecognition.Read(header, columns, mapping)))
                {
                    found = (sheet, header);
                    break;
                }

                found ??= (sheet, header);
            }

            if (found is not var (chosen, headerRow))
            {
                throw new SpreadsheetProblem(NoHeader, TableMessages.NoHeader(columns.Select(column => column.Header)));
            }

            var rows = reader.Rows(chosen);
            return new TableFile(reader, rows, Describe(reader, rows, chosen, headerRow));
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public void Dispose() => _reader.Dispose();

    private static IEnumerable<SheetInfo> Sheets(SpreadsheetReader reader, string? named)
    {
        if (named is null)
        {
            return reader.Sheets.Where(sheet => !sheet.Hidden);
        }

        var found = reader.Sheets.FirstOrDefault(sheet => string.Equals(sheet.Name.Trim(), named.Trim(), StringComparison.OrdinalIgnoreCase));
        return found is null
            ? throw new SpreadsheetProblem(NoSuchPlace, TableMessages.NoSuchSheet(named, reader.Sheets.Where(sheet => !sheet.Hidden).Select(sheet => sheet.Name)))
            : [found];
    }

    private static RawSheet Describe(SpreadsheetReader reader, SheetRows rows, SheetInfo sheet, RawRow header)
    {
        RawRow[] above = [.. rows.TakeWhile(row => row.Number < header.Number)];
        int[] hidden = [.. Enumerable.Range(0, header.Cells.Length).Where(rows.IsHiddenColumn)];
        string[] others = [.. reader.Sheets.Where(other => other.Index != sheet.Index).Select(other => other.Name)];
        return new RawSheet(sheet.Name, rows.From1904, above, header, hidden, others);
    }
}
