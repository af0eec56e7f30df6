using System.Globalization;
using System.Text;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Seeding.Names;

/// <summary>Numbers and addresses that cannot be anybody's: СНИЛС that are not given out yet, telephone numbers and domains that never will be.</summary>
public static class FictionalContacts
{
    /// <summary>Numbers given out so far begin with 0–2; these begin with 9.</summary>
    private const long FirstSnils = 900_000_000;

    /// <summary>A prime, so that a step not divisible by it walks through all numbers before it repeats one.</summary>
    private const long SnilsRange = 99_999_989;
    private const long SnilsStep = 61_803_399;

    private const string Latin = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya";
    private static readonly string[] Letters = Latin.Split(' ');

    /// <summary>A valid СНИЛС, another one for each number below 99 999 989.</summary>
    public static string Snils(long number)
    {
        var nine = (FirstSnils + number % SnilsRange * SnilsStep % SnilsRange).ToString("D9", CultureInfo.InvariantCulture);
        return nine + Core.Platform.Text.Snils.Checksum(nine).ToString("D2", CultureInfo.InvariantCulture);
    }

    /// <summary>+7 900 000-xx-xx: a block of ten thousand; the numbers repeat after that.</summary>
    public static string Phone(long number) => "+7900000" + (number * 7919 % 10_000).ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>+7 000 xxx-xx-xx, a code that no operator has: ten million different numbers, for data in bulk.</summary>
    public static string BulkPhone(long number) => "+7000" + (number * 7_654_321 % 10_000_000).ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>«ermakova.sofya.1207@stud.zpk.example».</summary>
    public static string Email(PersonName name, long number, string domain) =>
        string.Create(CultureInfo.InvariantCulture, $"{Transliterate(name.LastName)}.{Transliterate(name.FirstName)}.{number}@{domain}.example");

    private static string Transliterate(string word)
    {
        var text = new StringBuilder(word.Length + 4);
        foreach (var sign in NameText.Normalize(word))
        {
            if (sign == '-')
            {
                text.Append(sign);
            }
            else if (sign is >= 'А' and <= 'Я' && Letters[sign - 'А'] is var latin && latin != "_")
            {
                text.Append(latin);
            }
        }

        return text.ToString();
    }
}
