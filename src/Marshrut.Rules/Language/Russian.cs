using System.Globalization;
using System.Text;

namespace Marshrut.Rules.Language;

/// <summary>
/// Russian numbers, dates and plurals as the pages write them, without any culture: the same text on every machine, for ever. The space
/// inside a number, before % and after a short word does not break.
/// </summary>
public static class Russian
{
    /// <summary>The no-break space.</summary>
    public const char Nbsp = '\u00A0';

    private const char Minus = '−';

    private static readonly string[] MonthsOf =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    /// <summary>«опыта, резюме и встреч».</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} и{Nbsp}{words[^1]}",
    };

    /// <summary>In the middle of a sentence; an abbreviation stays.</summary>
    public static string Small(string words) => words.Length == 0 || (words.Length > 1 && char.IsUpper(words[1])) ? words : char.ToLowerInvariant(words[0]) + words[1..];

    /// <summary>As a sentence begins.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>«0,02».</summary>
    public static string Decimal(double n, int decimals) => n.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>The form that goes with a number: 1 человек, 2 человека, 5 человек.</summary>
    public static string Plural(long n, string one, string few, string many) => (Math.Abs(n % 100), Math.Abs(n % 10)) switch
    {
        ( >= 11 and <= 14, _) => many,
        (_, 1) => one,
        (_, >= 2 and <= 4) => few,
        _ => many,
    };

    /// <summary>The number with its word: «1 830 человек».</summary>
    public static string Count(long n, string one, string few, string many) => $"{Number(n)}{Nbsp}{Plural(n, one, few, many)}";

    /// <summary>«1 830», «−34».</summary>
    public static string Number(long n)
    {
        var digits = n.ToString(CultureInfo.InvariantCulture).AsSpan().TrimStart('-');
        var text = new StringBuilder(digits.Length + 8);
        if (n < 0)
        {
            text.Append(Minus);
        }

        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 3 == 0)
            {
                text.Append(Nbsp);
            }

            text.Append(digits[i]);
        }

        return text.ToString();
    }

    /// <summary>A change: «+117», «−34», «0».</summary>
    public static string Change(long n) => n > 0 ? "+" + Number(n) : Number(n);

    /// <summary>
    /// The share of a part in a whole, rounded half up: «12,4 %». «—» when the whole is not positive. Throws
    /// <see cref="ArgumentOutOfRangeException"/> for a negative part or decimals outside 0–6.
    /// </summary>
    public static string Percent(Int128 part, Int128 whole, int decimals = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 6);
        if (whole <= 0)
        {
            return "—";
        }

        var scale = (long)Math.Pow(10, decimals);
        var rounded = ((part * 100 * scale * 2) + whole) / (whole * 2);
        var fraction = ((long)(rounded % scale)).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
        return Number((long)(rounded / scale)) + (decimals == 0 ? "" : "," + fraction) + Nbsp + "%";
    }

    /// <summary>In tables: «23.11.2026».</summary>
    public static string Date(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}.{day.Month:00}.{day.Year:0000}");

    /// <summary>In text: «23 ноября 2026».</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string DateInWords(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day}{Nbsp}{MonthsOf[day.Month - 1]}{Nbsp}{day.Year}");

    /// <summary>In text, without the year when it is the current one: «23 ноября».</summary>
    public static string DateInWords(DateOnly day, DateOnly today) => day.Year == today.Year
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Day}{Nbsp}{MonthsOf[day.Month - 1]}")
        : DateInWords(day);

    /// <summary>Keeps words of one and two letters and «№» with the word after them: «в списке» does not end a line with «в».</summary>
    public static string Bind(string text)
    {
        var bound = new StringBuilder(text);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' && i - start is 1 or 2 && IsShortWord(text.AsSpan(start, i - start)))
            {
                bound[i] = Nbsp;
            }

            if (!char.IsLetter(text[i]) && text[i] is not ('№' or '-'))
            {
                start = i + 1;
            }
        }

        return bound.ToString();
    }

    private static bool IsShortWord(ReadOnlySpan<char> word) => word is "№" || char.IsLetter(word[0]) && char.IsLetter(word[^1]);
}
