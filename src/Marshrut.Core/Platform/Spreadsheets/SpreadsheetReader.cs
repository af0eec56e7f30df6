using Marshrut.Core.Platform.Spreadsheets.Csv;
using Marshrut.Core.Platform.Spreadsheets.Legacy;
using Marshrut.Core.Platform.Spreadsheets.Xlsx;

namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>
/// Reads .xlsx, .xls and .csv as sheets of raw rows, streaming. What a file is, its content decides; the name is only a word in a
/// message (DOMAIN §5).
/// </summary>
public abstract class SpreadsheetReader : IDisposable
{
    /// <summary>All sheets with cells, hidden ones too. A csv file has one.</summary>
    public abstract IReadOnlyList<SheetInfo> Sheets { get; }

    /// <summary>The rows of a sheet; may be asked for again and for another sheet. Throws <see cref="SpreadsheetProblem"/>.</summary>
    public abstract SheetRows Rows(SheetInfo sheet);

    /// <summary>
    /// Opens a file. The stream is not closed with the reader; one that cannot seek is copied into memory first. Throws
    /// <see cref="SpreadsheetProblem"/> when it is no table, damaged, protected or beyond <paramref name="limits"/>.
    /// </summary>
    public static SpreadsheetReader Open(Stream stream, SpreadsheetLimits? limits = null)
    {
        limits ??= SpreadsheetLimits.Default;
        var file = stream.CanSeek ? stream : Copy(stream, limits.FileBytes);
        if (file.Length > limits.FileBytes)
        {
            throw SpreadsheetMessages.TooLargeProblem(limits.FileBytes);
        }

        file.Position = 0;
        return FileSignature.Recognise(file) switch
        {
            FileSignature.Zip => new XlsxReader(file, limits),
            FileSignature.CompoundDocument => new LegacyReader(file, limits),
            _ => new CsvFileReader(file, limits),
        };
    }

    public abstract void Dispose();

    private static MemoryStream Copy(Stream stream, long limit)
    {
        var copy = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (copy.Length + read > limit)
            {
                throw SpreadsheetMessages.TooLargeProblem(limit);
            }

            copy.Write(buffer, 0, read);
        }

        return copy;
    }
}
