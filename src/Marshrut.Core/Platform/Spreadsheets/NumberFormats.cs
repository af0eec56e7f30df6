using System.Globalization;

namespace Marshrut.Core.Platform.Spreadsheets;

/// <summary>
/// What a number format of a workbook says about its cell. Dates are numbers in every workbook; only the format tells them apart.
/// </summary>
internal static class NumberFormats
{
    /// <summary>
    /// True for the built-in date and time formats, those of East Asian editions included (ECMA-376 part 1, §18.8.30).
    /// </summary>
    public static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>True when the first section of a custom format shows a day, a month, a year, an hour or a second.</summary>
    public static bool IsDate(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case ';':
                    return false;
                case '"':
                    i = EndOf(format, i, '"');
                    break;
                case '[':
                    var end = EndOf(format, i, ']');
                    if (IsElapsedTime(format.AsSpan(i + 1, Math.Max(0, end - i - 1))))
                    {
                        return true;
                    }

                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'G' or 'g' when format.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S':
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>
    /// What a format of nothing but zeros shows («00123»), null for any other: numbers of personal files lose their zeros otherwise.
    /// </summary>
    public static string? Padded(string? format, double number)
    {
        if (string.IsNullOrEmpty(format) || format.Length is 1 or > 20 || format.AsSpan().ContainsAnyExcept('0')
            || number < 0 || number > long.MaxValue || number != Math.Floor(number))
        {
            return null;
        }

        return ((long)number).ToString("D" + format.Length, CultureInfo.InvariantCulture);
    }

    private static int EndOf(string format, int start, char end)
    {
        var at = format.IndexOf(end, start + 1);
        return at < 0 ? format.Length : at;
    }

    private static bool IsElapsedTime(ReadOnlySpan<char> bracket) =>
        bracket.Length is 1 or 2 && bracket[0] is 'h' or 'H' or 'm' or 'M' or 's' or 'S' && bracket[0] == bracket[^1];
}
