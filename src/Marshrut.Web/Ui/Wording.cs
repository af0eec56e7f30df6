using System.Globalization;

namespace Marshrut.Web.Ui;

/// <summary>Russian numbers, plurals and dates as pages write them.</summary>
public static class Wording
{
    public const char Nbsp = '\u00a0';

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>1 830; minus as «−».</summary>
    public static string Number(long value) => value.ToString("#,0", Culture).Replace('-', '−');

    /// <summary>«2 человека»: the number and the right form of the word.</summary>
    public static string Count(long value, string one, string few, string many) => $"{Number(value)}{Nbsp}{Plural(value, one, few, many)}";

    public static string Plural(long value, string one, string few, string many)
    {
        var last = Math.Abs(value) % 100;
        return last is >= 11 and <= 14
            ? many
            : (last % 10) switch
            {
                1 => one,
                >= 2 and <= 4 => few,
                _ => many,
            };
    }
}
