using System.Text;

namespace Marshrut.Core.Platform.Text;

/// <summary>One form of a name for search and identity: SQLite folds only ASCII case, and ё = е to everybody (DESIGN §4, R22).</summary>
public static class NameText
{
    /// <summary>
    /// Upper case, Ё → Е, one space between words, none around, composed letters (NFC). An empty string for null or blank text.
    /// </summary>
    public static string Normalize(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = Spaces.Collapse(Compose(text));
        return string.Create(clean.Length, clean, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var upper = char.ToUpperInvariant(source[i]);
                target[i] = upper == 'Ё' ? 'Е' : upper;
            }
        });
    }

    /// <summary>Joins «и» + breve and «е» + diaeresis, as macOS writes them, into one letter. Russian text passes untouched.</summary>
    public static string Compose(string text)
    {
        foreach (var letter in text)
        {
            if (letter is >= '\u0300' and <= '\u036F')
            {
                return text.Normalize(NormalizationForm.FormC);
            }
        }

        return text;
    }
}
