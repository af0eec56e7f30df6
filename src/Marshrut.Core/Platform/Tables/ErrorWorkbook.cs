using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Spreadsheets.Writing;

namespace Marshrut.Core.Platform.Tables;

/// <summary>
/// The user's own sheet once more (R51): every row and column as text, in its place, cells that could not be read on red, mended ones
/// on green, and a last column that says what to correct.
/// </summary>
public static class ErrorWorkbook
{
    private const double CellWidth = 18;
    private const double ReasonWidth = 80;

    /// <summary>Writes the workbook, streaming; the output stays open.</summary>
    /// <param name="output">Where the file goes.</param>
    /// <param name="sheet">What stood above the data rows.</param>
    /// <param name="rows">The data rows once more, in the order of the file.</param>
    /// <param name="width">Columns of the widest row; the reasons stand in the next one.</param>
    /// <param name="errors">All errors, in any order.</param>
    /// <param name="repairs">All repairs, in any order.</param>
    /// <param name="withheld">
    /// Columns that may not stand in a file (R1, R27): their cells come out empty and unmarked, and a reason about them names nothing.
    /// </param>
    public static void Write(
        Stream output,
        RawSheet sheet,
        IEnumerable<RawRow> rows,
        int width,
        IEnumerable<CellError> errors,
        IEnumerable<CellRepair> repairs,
        IReadOnlyCollection<int> withheld)
    {
        var errorsOf = errors.ToLookup(error => error.Row);
        var repairsOf = repairs.ToLookup(repair => repair.Row);
        width = Math.Max(width, sheet.Header.Cells.Length);
        using var xlsx = new XlsxWriter(
            output, sheet.Name, [.. Enumerable.Repeat(CellWidth, width), ReasonWidth], Math.Min(sheet.Header.Number, HeaderRecognition.LastHeaderRow));
        foreach (var row in sheet.Above)
        {
            WriteCells(xlsx, row, row.Cells.Length, _ => XlsxStyle.Text);
        }

        WriteCells(xlsx, sheet.Header, width, _ => XlsxStyle.Header);
        xlsx.Text(TableMessages.WhatToCorrect, XlsxStyle.Header);
        var styles = new XlsxStyle[width];
        foreach (var row in rows)
        {
            Array.Fill(styles, XlsxStyle.Text);
            foreach (var repair in repairsOf[row.Number])
            {
                Mark(styles, repair.ColumnIndex, XlsxStyle.Mended, withheld);
            }

            foreach (var error in errorsOf[row.Number])
            {
                Mark(styles, error.ColumnIndex, XlsxStyle.Bad, withheld);
            }

            WriteCells(xlsx, row.Without(withheld), width, column => styles[column]);
            var reasons = string.Join('\n', errorsOf[row.Number].Select(error => Reason(error, withheld)).Distinct());
            if (reasons.Length > 0)
            {
                xlsx.Text(reasons, XlsxStyle.Wrapped);
            }
        }
    }

    private static void WriteCells(XlsxWriter xlsx, RawRow row, int width, Func<int, XlsxStyle> style)
    {
        xlsx.StartRow(row.Number);
        for (var i = 0; i < width; i++)
        {
            xlsx.Text(row[i].Shown(), style(i));
        }
    }

    private static void Mark(XlsxStyle[] styles, int column, XlsxStyle style, IReadOnlyCollection<int> withheld)
    {
        if (column >= 0 && column < styles.Length && !withheld.Contains(column))
        {
            styles[column] = style;
        }
    }

    private static string Reason(CellError error, IReadOnlyCollection<int> withheld) =>
        withheld.Contains(error.ColumnIndex) ? TableMessages.WithheldReason
        : error.ColumnIndex < 0 ? error.Message
        : $"{error.Column}: {error.Message}";
}
