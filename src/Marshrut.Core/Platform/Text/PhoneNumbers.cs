using System.Text;

namespace Marshrut.Core.Platform.Text;

/// <summary>Phones of one cell (R11): the first valid one and the others as they were written.</summary>
/// <param name="First">E.164 («+79001234567»), null when the cell has no valid phone.</param>
/// <param name="Others">What else the cell holds, trimmed, in its order.</param>
public sealed record PhoneNumbers(string? First, IReadOnlyList<string> Others)
{
    private static readonly char[] Separators = [',', ';', '/', '\n', '\r', '|'];
    private static readonly string[] Prefixes = ["ТЕЛЕФОН", "ТЕЛ", "МОБИЛЬНЫЙ", "МОБ", "СОТОВЫЙ", "СОТ", "Т"];

    /// <summary>Reads a cell. «8…», «+7…» and ten digits become «+7…»; a foreign number with «+» is kept.</summary>
    public static PhoneNumbers Read(string text)
    {
        if (TryParse(text, out var only))
        {
            return new PhoneNumbers(only, []);
        }

        string? first = null;
        List<string>? others = null;
        foreach (var piece in Split(text))
        {
            if (first is null && TryParse(piece, out var phone))
            {
                first = phone;
            }
            else
            {
                (others ??= []).Add(piece);
            }
        }

        return new PhoneNumbers(first, others ?? (IReadOnlyList<string>)[]);
    }

    /// <summary>As people read it: «+7 900 123-45-67», unbreakable; a foreign number stays as it is stored.</summary>
    public static string Format(string phone) =>
        phone is ['+', '7', ..] && phone.Length == 12 ? $"+7\u00a0{phone[2..5]}\u00a0{phone[5..8]}\u2011{phone[8..10]}\u2011{phone[10..]}" : phone;

    /// <summary>One number, with any spaces, brackets, dots and hyphens.</summary>
    public static bool TryParse(string text, out string phone)
    {
        phone = "";
        var digits = new StringBuilder(16);
        var plus = false;
        foreach (var letter in WithoutPrefix(text.AsSpan().Trim()))
        {
            if (char.IsAsciiDigit(letter))
            {
                digits.Append(letter);
            }
            else if (letter == '+' && digits.Length == 0 && !plus)
            {
                plus = true;
            }
            else if (!IsPunctuation(letter))
            {
                return false;
            }
        }

        var number = digits.ToString();
        phone = (plus, number.Length) switch
        {
            (true, 11) when number[0] == '7' => "+" + number,
            (true, >= 8 and <= 15) when number[0] is not ('7' or '0') => "+" + number,
            (false, 11) when number[0] is '7' or '8' => "+7" + number[1..],
            (false, 10) => "+7" + number,
            _ => "",
        };
        return phone.Length > 0;
    }

    private static IEnumerable<string> Split(string text)
    {
        foreach (var piece in text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (TryParse(piece, out _) || !TryHalve(piece, out var left, out var right))
            {
                yield return piece;
            }
            else
            {
                yield return left;
                yield return right;
            }
        }
    }

    /// <summary>Two numbers with nothing but a space or «и» between them.</summary>
    private static bool TryHalve(string piece, out string left, out string right)
    {
        for (var at = 1; at < piece.Length - 1; at++)
        {
            if (!char.IsWhiteSpace(piece[at]))
            {
                continue;
            }

            (left, right) = (piece[..at].Trim(), piece[at..].Trim());
            if (right.StartsWith("и ", StringComparison.Ordinal))
            {
                right = right[2..].Trim();
            }

            if (TryParse(left, out _) && TryParse(right, out _))
            {
                return true;
            }
        }

        (left, right) = ("", "");
        return false;
    }

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> text)
    {
        foreach (var prefix in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return text[prefix.Length..].TrimStart(".: ");
            }
        }

        return text;
    }

    private static bool IsPunctuation(char letter) =>
        char.IsWhiteSpace(letter) || letter is '(' or ')' or '.' or '-' or '\u00AD' or '\u200B' or '\u202A' or '\u202C' or '\uFEFF'
            || letter is >= '\u2010' and <= '\u2015' or '\u2212';
}
