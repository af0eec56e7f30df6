using System.Text;

namespace Marshrut.Core.Platform.Tables;

/// <summary>
/// What of a header or of a word from a list matters when it is compared: letters and digits, in one case, ё as е, look-alike letters
/// of both alphabets as one. Dots, spaces, line breaks, hyphens and stars do not (R13).
/// </summary>
public static class HeaderKey
{
    private const string Latin = "abcehkmoptxy";
    private const string Cyrillic = "авсенкмортху";

    /// <summary>«№ зачётной\nкнижки *» → «зачетнойкнижки». Empty when there is no letter and no digit.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var key = new StringBuilder(text.Length);
        foreach (var letter in Text.NameText.Compose(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(Fold(char.ToLowerInvariant(letter)));
            }
        }

        return key.ToString();
    }

    private static char Fold(char letter)
    {
        if (letter == 'ё' || letter == 'ë')
        {
            return 'е';
        }

        var at = char.IsAsciiLetter(letter) ? Latin.IndexOf(letter) : -1;
        return at < 0 ? letter : Cyrillic[at];
    }
}
