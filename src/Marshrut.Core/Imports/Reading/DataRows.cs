using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.Reading;

/// <summary>Tells the data rows of a file from the others, and counts them (R4, R5).</summary>
/// <param name="header">The header of the file.</param>
/// <param name="loaded">Indexes of the columns that are loaded: a row that is empty in all of them is empty.</param>
/// <param name="skipped">Knows totals and repeated headers.</param>
/// <param name="notices">Is told of every data row.</param>
internal sealed class DataRows<TColumn>(RecognisedHeader<TColumn> header, int[] loaded, SkippedRows skipped, TableNotices<TColumn> notices)
    where TColumn : TableColumn
{
    /// <summary>Data rows so far, the rejected ones included.</summary>
    public int Read { get; private set; }

    /// <summary>Rows with at least one mended cell.</summary>
    public int Repaired { get; private set; }

    /// <summary>Columns of the widest row so far, whatever it is, the header included.</summary>
    public int Width { get; private set; } = header.Columns.Count;

    /// <summary>Whether a row is data; counts it then.</summary>
    public bool Take(RawRow row)
    {
        Width = Math.Max(Width, row.Cells.Length);
        if (Array.TrueForAll(loaded, column => row[column].IsBlank) || skipped.IsTotal(row) || (Read == 0 && SkippedRows.IsColumnNumbers(row)))
        {
            return false;
        }

        if (skipped.IsHeaderAgain(row))
        {
            notices.SeeHeaderAgain(row.Number);
            return false;
        }

        notices.SeeRow(row);
        Read++;
        return true;
    }

    /// <summary>Counts the row just taken among the repaired ones if it is one.</summary>
    public void Count(IReadOnlyList<CellRepair> repairs) => Repaired += repairs.Count > 0 ? 1 : 0;
}
