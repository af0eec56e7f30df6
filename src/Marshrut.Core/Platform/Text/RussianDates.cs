using System.Globalization;
using System.Text.RegularExpressions;

namespace Marshrut.Core.Platform.Text;

/// <summary>Dates as text (R10): dd.mm.yyyy, d.m.yyyy, dd/mm/yyyy, yyyy-mm-dd, «1 мая 2007», with or without a time or «г.».</summary>
public static partial class RussianDates
{
    private static readonly string[] Months =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    /// <summary>False for anything else, a two-digit year and a day that the calendar lacks.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        if (TryParsePlain(text, out date))
        {
            return true;
        }

        var clean = Spaces.Collapse(text);
        var match = Digits().Match(clean);
        if (match.Success)
        {
            return TryMake(match, int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture), out date);
        }

        match = Words().Match(clean);
        if (match.Success)
        {
            var word = match.Groups["m"].Value.ToLowerInvariant();
            return TryMake(match, Array.IndexOf(Months, word) + 1, out date);
        }

        date = default;
        return false;
    }

    /// <summary>«01.05.2007» to the letter: nearly every cell of a register.</summary>
    private static bool TryParsePlain(string text, out DateOnly date)
    {
        date = default;
        return text.Length == 10 && text[2] == '.'
            && DateOnly.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    private static bool TryMake(Match match, int month, out DateOnly date)
    {
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        var sound = year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = sound ? new DateOnly(year, month, day) : default;
        return sound;
    }

    private const string Tail = @"(?:[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?(?: ?г(?:\.|ода?|од)?)?(?:[ ,]+\d{1,2}:\d{2}(?::\d{2})?)?\.?$";

    [GeneratedRegex(
        @"^(?:(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})|(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4})|(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2}))" + Tail,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^[«""]?(?<d>\d{1,2})[»""]? (?<m>[а-яА-Я]{3,8}) (?<y>\d{4})" + Tail,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
