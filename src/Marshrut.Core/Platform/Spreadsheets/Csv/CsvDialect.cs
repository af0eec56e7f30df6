using System.Text;
using System.Text.Unicode;

namespace Marshrut.Core.Platform.Spreadsheets.Csv;

/// <summary>How a csv file is written: found by looking at it, for nobody who sends one knows (DOMAIN §5).</summary>
/// <param name="Encoding">UTF-8, UTF-16 by its byte order mark, else Windows-1251.</param>
/// <param name="Separator"><c>;</c>, <c>,</c> or tab.</param>
internal sealed record CsvDialect(Encoding Encoding, char Separator)
{
    private const int SampleCharacters = 64 * 1024;
    private const int SampleLines = 50;
    private static readonly char[] Candidates = [';', '\t', ','];

    /// <summary>Reads the file once for its encoding and its head for the separator; leaves it at the start.</summary>
    public static CsvDialect Detect(Stream file)
    {
        var encoding = DetectEncoding(file);
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var sample = new char[SampleCharacters];
        var length = reader.ReadBlock(sample);
        file.Position = 0;
        return new CsvDialect(encoding, DetectSeparator(sample.AsSpan(0, length)));
    }

    /// <summary>
    /// The separator that stands the same number of times in the most lines. Titles above the header and commas inside cells make
    /// plain counting wrong.
    /// </summary>
    public static char DetectSeparator(ReadOnlySpan<char> sample)
    {
        if (sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 4)
        {
            return sample[4];
        }

        var (best, bestLines, bestCount) = (Candidates[0], 0, 0);
        foreach (var candidate in Candidates)
        {
            var (lines, count) = Regularity(sample, candidate);
            if (count > 0 && lines * count > bestLines * bestCount)
            {
                (best, bestLines, bestCount) = (candidate, lines, count);
            }
        }

        return best;
    }

    /// <summary>The most frequent positive number of separators in a record, and how many records have it.</summary>
    private static (int Lines, int Count) Regularity(ReadOnlySpan<char> sample, char separator)
    {
        var lines = new Dictionary<int, int>();
        var (count, read, quoted) = (0, 0, false);
        foreach (var letter in sample)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == '\n' && !quoted)
            {
                lines[count] = lines.GetValueOrDefault(count) + 1;
                count = 0;
                if (++read == SampleLines)
                {
                    break;
                }
            }
            else if (letter == separator && !quoted)
            {
                count++;
            }
        }

        lines[count] = lines.GetValueOrDefault(count) + 1;
        var best = (Lines: 0, Count: 0);
        foreach (var (number, times) in lines)
        {
            if (number > 0 && (times > best.Lines || (times == best.Lines && number > best.Count)))
            {
                best = (times, number);
            }
        }

        return best;
    }

    private static Encoding DetectEncoding(Stream file)
    {
        var buffer = new byte[256 * 1024];
        var (kept, first) = (0, true);
        while (true)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
            var bytes = buffer.AsSpan(0, kept + read);
            if (first && bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            {
                return Encoding.Unicode;
            }

            if (first && bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            {
                return Encoding.BigEndianUnicode;
            }

            first = false;
            var valid = ValidUtf8Prefix(bytes);
            if (read == 0)
            {
                return valid == bytes.Length ? Encoding.UTF8 : LegacyEncodings.Windows1251;
            }

            // A letter cut in two at the end of the buffer is at most three bytes.
            if (bytes.Length - valid > 3)
            {
                return LegacyEncodings.Windows1251;
            }

            bytes[valid..].CopyTo(buffer);
            kept = bytes.Length - valid;
        }
    }

    private static int ValidUtf8Prefix(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return bytes.Length;
        }

        Span<char> scratch = stackalloc char[1024];
        var at = 0;
        while (at < bytes.Length)
        {
            var status = Utf8.ToUtf16(bytes[at..], scratch, out var read, out _, replaceInvalidSequences: false);
            at += read;
            if (status is System.Buffers.OperationStatus.InvalidData or System.Buffers.OperationStatus.NeedMoreData)
            {
                return at;
            }
        }

        return at;
    }
}
