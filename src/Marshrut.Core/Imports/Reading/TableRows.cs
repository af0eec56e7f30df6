using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.Reading;

/// <summary>The rows of a file that is read in one go: its header understood, its data told from the rest, and what is to be said of it as a whole (R4–R6).</summary>
internal sealed class TableRows
{
    private readonly TableNotices<TableColumn> _notices;
    private readonly DataRows<TableColumn> _rows;

    /// <param name="sheet">Its header row has been found.</param>
    /// <param name="columns">Those that files of this kind may have.</param>
    /// <param name="mapping">What was decided about its columns.</param>
    /// <param name="missingIn">Headers that a file lacks.</param>
    /// <param name="name">The column without which a row with «Итого» is a total; null: any row with the word at its beginning is one.</param>
    /// <exception cref="SpreadsheetProblem"><c>missing-column</c>.</exception>
    public TableRows(
        RawSheet sheet, TableColumns<TableColumn> columns, ColumnMapping mapping, Func<RecognisedHeader<TableColumn>, IReadOnlyList<string>> missingIn, TableColumn? name = null)
    {
        Header = HeaderRecognition.Read(sheet.Header, columns, mapping);
        if (missingIn(Header) is { Count: > 0 } missing)
        {
            throw TableMessages.MissingColumns(missing);
        }

        var loaded = Header.Columns.Where(column => column.Field is not null).ToList();
        _notices = new TableNotices<TableColumn>(sheet, Header);
        _rows = new DataRows<TableColumn>(
            Header,
            [.. loaded.Select(column => column.Index)],
            new SkippedRows(loaded.Select(column => (column.Index, column.Header)), name is null ? [] : [Header.Of(name)!.Index], birthDate: -1),
            _notices);
    }

    public RecognisedHeader<TableColumn> Header { get; }

    /// <summary>Data rows taken so far, the rejected ones included.</summary>
    public int Read => _rows.Read;

    /// <summary>Rows with at least one mended cell, of those that were counted.</summary>
    public int Repaired => _rows.Repaired;

    /// <summary>Columns of the widest row so far, the header included.</summary>
    public int Width => _rows.Width;

    /// <summary>What is to be said of the file as a whole, after the last row.</summary>
    public IReadOnlyList<ReadingNotice> Notices() => _notices.ToList(Read, except: _ => false);

    /// <summary>A row to be read; null: it is no data. Rows come in the order of the file.</summary>
    public RowDraft? Take(RawRow row) => _rows.Take(row) ? new RowDraft(row) : null;

    /// <summary>A row that was taken has been read.</summary>
    public void Count(RowDraft draft) => _rows.Count(draft.Repairs);

    /// <summary>The column of a field that every file has.</summary>
    public RecognisedColumn Column(TableColumn field) => Header.Of(field)!;
}
