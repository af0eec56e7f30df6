namespace Marshrut.Core.Platform.Text;

/// <summary>
/// Latin letters that look like Cyrillic ones. They get into a register from a keyboard left in the other layout and make two
/// equal names different to every comparison (DOMAIN §5, R5).
/// </summary>
public static class LookAlikes
{
    private const string Latin = "ABCEHKMOPTXYËaceopxyëk";
    private const string Cyrillic = "АВСЕНКМОРТХУЁасеорхуёк";

    /// <summary>
    /// Replaces look-alikes in every word (run of anything but white space) that has a Cyrillic letter and no Latin letter besides
    /// look-alikes. A word wholly in Latin letters stays as it is (R5). Returns the same instance when nothing was mended.
    /// </summary>
    public static string Mend(string text)
    {
        if (!HasLatinLetter(text))
        {
            return text;
        }

        char[]? mended = null;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (IsMendable(text.AsSpan(start, end - start)))
            {
                mended ??= text.ToCharArray();
                for (var at = start; at < end; at++)
                {
                    mended[at] = ToCyrillic(text[at]);
                }
            }

            start = end + 1;
        }

        return mended is null ? text : new string(mended);
    }

    /// <summary>The Cyrillic twin of a Latin look-alike, any other character unchanged.</summary>
    public static char ToCyrillic(char letter)
    {
        var at = IsLatin(letter) ? Latin.IndexOf(letter) : -1;
        return at < 0 ? letter : Cyrillic[at];
    }

    private static bool HasLatinLetter(string text)
    {
        foreach (var letter in text)
        {
            if (IsLatin(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMendable(ReadOnlySpan<char> word)
    {
        var (cyrillic, lookAlike) = (false, false);
        foreach (var letter in word)
        {
            if (letter is >= '\u0400' and <= '\u04FF')
            {
                cyrillic = true;
            }
            else if (IsLatin(letter))
            {
                if (!Latin.Contains(letter))
                {
                    return false;
                }

                lookAlike = true;
            }
        }

        return cyrillic && lookAlike;
    }

    private static bool IsLatin(char letter) =>
        letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F' and not '×' and not '÷');
}
