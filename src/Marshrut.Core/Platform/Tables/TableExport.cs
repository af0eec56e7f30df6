using System.Text;
using Marshrut.Core.Platform.Spreadsheets.Writing;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Platform.Tables;

/// <summary>A table that leaves as a file for people (R15), written row by row.</summary>
public static class TableExport
{
    /// <summary><c>;</c>, UTF-8 with BOM; a cell that a spreadsheet would take for a formula gets an apostrophe. Returns the number of rows.</summary>
    public static async Task<int> WriteCsv(Stream output, string[] headers, IAsyncEnumerable<string[]> rows, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line(headers));
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await writer.WriteLineAsync(Line(row));
            count++;
        }

        return count;
    }

    /// <summary>Text cells only: no formula can hide in them. Returns the number of rows.</summary>
    public static async Task<int> WriteXlsx(
        Stream output, string sheet, string[] headers, IReadOnlyList<double> widths, IAsyncEnumerable<string[]> rows, CancellationToken cancel)
    {
        using var xlsx = new XlsxWriter(output, sheet, widths, frozenRows: 1);
        xlsx.Header(headers);
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            xlsx.StartRow();
            foreach (var cell in row)
            {
                xlsx.Text(cell);
            }

            count++;
        }

        return count;
    }

    private static string Line(string[] cells) => string.Join(';', cells.Select(Quote));

    private static string Quote(string cell)
    {
        var safe = CsvSafe.Protect(cell);
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
