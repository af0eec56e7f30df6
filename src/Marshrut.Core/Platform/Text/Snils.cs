namespace Marshrut.Core.Platform.Text;

/// <summary>СНИЛС, the insurance number: nine digits and two of a checksum.</summary>
public static class Snils
{
    private const int Length = 11;

    /// <summary>Numbers up to this one were given out before the checksum was introduced.</summary>
    private const int LastWithoutChecksum = 001_001_998;

    /// <summary>
    /// Eleven digits with any punctuation and spaces between them. False when there are letters, another number of digits or a
    /// wrong checksum; <paramref name="digits"/> is then empty.
    /// </summary>
    public static bool TryParse(string text, out string digits)
    {
        Span<char> found = stackalloc char[Length];
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                if (count == Length)
                {
                    digits = "";
                    return false;
                }

                found[count++] = letter;
            }
            else if (char.IsLetterOrDigit(letter))
            {
                digits = "";
                return false;
            }
        }

        var sound = count == Length && IsSound(found);
        digits = sound ? new string(found) : "";
        return sound;
    }

    /// <summary>
    /// A number cell, which has lost its leading zeros. Only numbers that have a checksum come back, for it is the only sign that
    /// the zeros were there.
    /// </summary>
    public static bool TryParse(double number, out string digits)
    {
        digits = "";
        if (number != Math.Floor(number) || number is < 1_001_999_00 or > 999_999_999_99)
        {
            return false;
        }

        return TryParse(((long)number).ToString("D11"), out digits);
    }

    /// <summary>«112-233-445 95» from eleven digits.</summary>
    public static string Format(string digits) => $"{digits[..3]}-{digits[3..6]}-{digits[6..9]} {digits[9..]}";

    /// <summary>The two last digits that belong to a number of nine digits.</summary>
    public static int Checksum(ReadOnlySpan<char> nineDigits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (nineDigits[i] - '0') * (9 - i);
        }

        return sum % 101 % 100;
    }

    private static bool IsSound(ReadOnlySpan<char> digits)
    {
        var number = int.Parse(digits[..9]);
        return number > 0 && (number <= LastWithoutChecksum || Checksum(digits) == int.Parse(digits[9..]));
    }
}
