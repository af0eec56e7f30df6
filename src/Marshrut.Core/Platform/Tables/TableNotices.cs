using System.Globalization;
using Marshrut.Core.Platform.Spreadsheets;

namespace Marshrut.Core.Platform.Tables;

/// <summary>Gathers, row by row, what is told of a table whatever it is about (R6).</summary>
public sealed class TableNotices<TColumn>(RawSheet sheet, RecognisedHeader<TColumn> header)
    where TColumn : TableColumn
{
    private readonly HashSet<int> _columnsWithoutHeader = [];
    private readonly List<string> _headersAgain = [];
    private int _hiddenRows;

    /// <summary>Counts a data row.</summary>
    public void SeeRow(RawRow row)
    {
        _hiddenRows += row.Hidden ? 1 : 0;
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if ((i >= header.Columns.Count || !header.Columns[i].HasHeader) && !row.Cells[i].IsBlank && !IsLoaded(i))
            {
                _columnsWithoutHeader.Add(i);
            }
        }
    }

    /// <summary>Notes a row that repeats the header.</summary>
    public void SeeHeaderAgain(int row) => _headersAgain.Add(row.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// The notices in a fixed order. Columns that <paramref name="except"/> picks are left out of the lists of columns: something
    /// else is said of them.
    /// </summary>
    public IReadOnlyList<ReadingNotice> ToList(int read, Func<RecognisedColumn<TColumn>, bool> except)
    {
        var named = header.Columns.Where(column => !except(column)).ToList();
        string[] extra =
        [
            .. named.Where(column => column is { Field: null, DuplicateOf: null, HasHeader: true }).Select(column => column.Header),
            .. _columnsWithoutHeader.Order().Select(index => TableMessages.ColumnWithoutHeader(ColumnLetters.Of(index))),
        ];
        string[] duplicates = [.. named.Where(column => column.DuplicateOf is not null).Select(column => column.Header)];
        string[] hidden = [.. named.Where(column => column.Field is not null && sheet.HiddenColumns.Contains(column.Index)).Select(column => column.Header)];

        var notices = new List<ReadingNotice>();
        Add(notices, read == 0, "no-rows", () => "Под заголовком нет ни одной строки: загружать нечего.");
        Add(notices, extra.Length > 0, "extra-columns", () => $"Эти столбцы не загружаем, таких полей здесь нет: {TableMessages.Names(extra)}.");
        Add(notices, duplicates.Length > 0, "duplicate-columns", () => $"Не загружаем столбцы, для которых уже есть более подходящие: {TableMessages.Names(duplicates)}.");
        Add(notices, _hiddenRows > 0, "hidden-rows", () => $"В листе есть скрытые строки ({_hiddenRows}). Они тоже загружены.");
        Add(notices, hidden.Length > 0, "hidden-columns", () => $"В листе есть скрытые столбцы: {TableMessages.Names(hidden)}. Они тоже загружены.");
        Add(notices, sheet.OtherSheets.Count > 0, "other-sheets",
            () => $"Загружен лист {TableMessages.Quote(sheet.Name)}. Другие листы не читаем: {TableMessages.Names(sheet.OtherSheets)}.");
        Add(notices, _headersAgain.Count > 0, "repeated-header",
            () => $"Заголовок таблицы повторяется среди строк и пропущен, строки: {TableMessages.List(_headersAgain)}.");
        return notices;
    }

    private static void Add(List<ReadingNotice> notices, bool say, string code, Func<string> message)
    {
        if (say)
        {
            notices.Add(new ReadingNotice(code, message()));
        }
    }

    private bool IsLoaded(int column) => column < header.Columns.Count && header.Columns[column].Field is not null;
}
