using System.Text;

namespace Marshrut.Core.Platform.Text;

/// <summary>White space as it comes out of spreadsheets: NBSP, runs of spaces, line breaks, invisible characters.</summary>
public static class Spaces
{
    /// <summary>
    /// Trims, turns every run of white space into one space and drops invisible characters (zero-width, soft hyphen, byte order
    /// mark, control characters: PostgreSQL takes no NUL). Returns the same instance when the text was clean.
    /// </summary>
    public static string Collapse(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var pending = false;
        foreach (var letter in text)
        {
            if (IsInvisible(letter))
            {
                continue;
            }

            if (char.IsWhiteSpace(letter))
            {
                pending = result.Length > 0;
                continue;
            }

            if (pending)
            {
                result.Append(' ');
                pending = false;
            }

            result.Append(letter);
        }

        return result.ToString();
    }

    /// <summary>
    /// Says whether collapsing mends something worth telling (R5): a non-breaking or invisible character anywhere, or a run of
    /// spaces inside the text. Ordinary spaces around a value do not count.
    /// </summary>
    public static bool AreMended(string text)
    {
        var inner = text.AsSpan().Trim(" \t\r\n");
        var spaces = 0;
        foreach (var letter in text)
        {
            if (IsInvisible(letter) || (letter > '\u007F' && char.IsWhiteSpace(letter)))
            {
                return true;
            }
        }

        foreach (var letter in inner)
        {
            spaces = letter == ' ' ? spaces + 1 : 0;
            if (spaces == 2)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the text has nothing but white space and invisible characters.</summary>
    public static bool IsBlank(string? text)
    {
        foreach (var letter in text.AsSpan())
        {
            if (!char.IsWhiteSpace(letter) && !IsInvisible(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsClean(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            var space = letter == ' ';
            if ((space && before == ' ') || (!space && char.IsWhiteSpace(letter)) || IsInvisible(letter))
            {
                return false;
            }

            before = letter;
        }

        return text.Length == 0 || before != ' ';
    }

    private static bool IsInvisible(char letter) =>
        letter is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFFFE' or '\uFFFF'
            || (char.IsControl(letter) && !char.IsWhiteSpace(letter));
}
