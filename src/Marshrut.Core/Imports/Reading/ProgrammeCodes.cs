using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Imports.Reading;

/// <summary>A programme's code as found in a cell.</summary>
/// <param name="Code"><c>NN.NN.NN</c>; null when the cell has none.</param>
/// <param name="Name">Other words of the cell, null when there are none.</param>
/// <param name="Repair">A code of <see cref="ImportRepairCodes"/> when the cell was not a plain code.</param>
public readonly record struct FoundProgramme(string? Code, string? Name, string? Repair);

/// <summary>Codes of programmes (DOMAIN §2, §5): two digits, three times, with dots between.</summary>
public static class ProgrammeCodes
{
    private const int Length = 8;
    private const int DaysTo1904 = 1462;

    /// <summary>
    /// Reads a cell. A date cell, a text date and a plain serial number of a day are what Excel makes of 09.02.07. A tail is cut off;
    /// lost zeros (9.02.07) and commas for dots are mended.
    /// </summary>
    /// <param name="cell">Not blank.</param>
    /// <param name="text">The cell's text, trimmed and collapsed.</param>
    /// <param name="from1904">The date system of the workbook, for a serial number.</param>
    public static FoundProgramme Find(RawCell cell, string text, bool from1904)
    {
        if (cell.Kind == RawCellKind.Date)
        {
            return FromDate(DateOnly.FromDateTime(cell.Moment));
        }

        if (cell is { Kind: RawCellKind.Number, Text: null })
        {
            return FromSerial(cell.Number + (from1904 ? DaysTo1904 : 0));
        }

        if (IsCode(text))
        {
            return new FoundProgramme(text, null, cell.Text is { } raw && raw.Length != raw.TrimEnd().Length ? ImportRepairCodes.CodeTail : null);
        }

        if (RussianDates.TryParse(text, out var date))
        {
            return FromDate(date);
        }

        return FindInside(text) ?? Mend(text) ?? new FoundProgramme(null, text, null);
    }

    /// <summary>True for exactly <c>NN.NN.NN</c>.</summary>
    public static bool IsCode(ReadOnlySpan<char> text) => text.Length == Length && StartsWithCode(text);

    /// <summary>The level that the second pair of digits stands for (order 1061 and its successors), null for any other.</summary>
    public static EducationLevel? LevelOf(string code) => code.AsSpan(3, 2) switch
    {
        "01" => EducationLevel.SkilledWorker,
        "02" => EducationLevel.MidLevelSpecialist,
        "03" => EducationLevel.Bachelor,
        "04" => EducationLevel.Master,
        "05" => EducationLevel.Specialist,
        "06" or "07" or "08" or "09" or "10" => EducationLevel.Postgraduate,
        _ => null,
    };

    private static bool StartsWithCode(ReadOnlySpan<char> text) =>
        text.Length >= Length && text[2] == '.' && text[5] == '.'
        && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[3])
        && char.IsAsciiDigit(text[4]) && char.IsAsciiDigit(text[6]) && char.IsAsciiDigit(text[7]);

    private static FoundProgramme FromDate(DateOnly date) => date.Year is >= 1930 and <= 2029
        ? new FoundProgramme($"{date.Day:00}.{date.Month:00}.{date.Year % 100:00}", null, ImportRepairCodes.CodeWasDate)
        : default;

    /// <summary>
    /// A date that lost its format. Only days that look like a code are taken: the level is at most 10, the number in its group at
    /// most 40.
    /// </summary>
    private static FoundProgramme FromSerial(double serial)
    {
        if (serial != Math.Floor(serial) || serial is < 36_892 or > 51_501)
        {
            return default;
        }

        var date = DateOnly.FromDateTime(DateTime.FromOADate(serial));
        return date.Month <= 10 && date.Year % 100 is >= 1 and <= 40 && date.Year < 2030 ? FromDate(date) : default;
    }

    /// <summary>A code with a name before or behind it, glued or not, in brackets or not.</summary>
    private static FoundProgramme? FindInside(string text)
    {
        for (var at = 0; at + Length <= text.Length; at++)
        {
            if (!StartsWithCode(text.AsSpan(at)) || (at > 0 && IsPartOfNumber(text[at - 1]))
                || (at + Length < text.Length && char.IsAsciiDigit(text[at + Length])))
            {
                continue;
            }

            var name = $"{text[..at]} {text[(at + Length)..]}".Trim(' ', '-', '–', '—', '(', ')', '.', ',', ';', ':', '_', '/', '«', '»', '"');
            return new FoundProgramme(text.Substring(at, Length), name.Any(char.IsLetter) ? name : null, ImportRepairCodes.CodeTail);
        }

        return null;
    }

    private static bool IsPartOfNumber(char letter) => char.IsAsciiDigit(letter) || letter == '.';

    /// <summary>«9.02.07», «09,02,07», «09 02 07».</summary>
    private static FoundProgramme? Mend(string text)
    {
        var parts = text.Split(['.', ',', ' ', '-', '/'], StringSplitOptions.TrimEntries);
        var sound = parts.Length == 3 && parts.All(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit));
        return sound
            ? new FoundProgramme(string.Join('.', parts.Select(part => part.PadLeft(2, '0'))), null, ImportRepairCodes.CodeFormat)
            : null;
    }
}
