using System.Collections;

namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>
/// The rows of one sheet, read on demand; one pass at a time. What a format keeps before its rows (columns, the date system) is
/// known from the first row on.
/// </summary>
public abstract class SheetRows : IEnumerable<RawRow>
{
    /// <summary>True when plain serial numbers of this workbook count from 1904.</summary>
    public virtual bool From1904 => false;

    /// <summary>Columns that are hidden, from 0. Known after the first row.</summary>
    public abstract bool IsHiddenColumn(int column);

    /// <summary>Rows with something in them, in the order of the sheet. Throws <see cref="SpreadsheetProblem"/>.</summary>
    public abstract IEnumerator<RawRow> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
