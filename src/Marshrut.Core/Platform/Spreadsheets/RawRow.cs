namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>A row of a file that has at least one cell with something in it.</summary>
/// <param name="Number">The sheet's own row number, from 1. In csv: the line where the record begins (R14).</param>
/// <param name="Hidden">Hidden by hand or by a filter. It is data all the same (R6).</param>
/// <param name="Cells">Cells from column 0 on, up to the last one that is not empty.</param>
public readonly record struct RawRow(int Number, bool Hidden, RawCell[] Cells)
{
    /// <summary>The cell of a column counted from 0, empty beyond the end.</summary>
    public RawCell this[int column] => column < Cells.Length ? Cells[column] : default;

    /// <summary>The row with the cells of some columns emptied; the same row when nothing stood there.</summary>
    public RawRow Without(IReadOnlyCollection<int> columns)
    {
        RawCell[]? kept = null;
        foreach (var column in columns)
        {
            if (column < Cells.Length && !Cells[column].IsEmpty)
            {
                kept ??= (RawCell[])Cells.Clone();
                kept[column] = default;
            }
        }

        return kept is null ? this : this with { Cells = kept };
    }
}
