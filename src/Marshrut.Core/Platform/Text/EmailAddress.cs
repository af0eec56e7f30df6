namespace Marshrut.Core.Platform.Text;

/// <summary>E-mail addresses as people write them into a cell.</summary>
public static class EmailAddress
{
    private static readonly char[] Separators = [',', ';', ' ', '\u00A0', '\n', '\r', '\t'];

    /// <summary>
    /// The first valid address of a cell in lower case (DOMAIN §5), and what else stands there. Null when none is valid.
    /// </summary>
    public static (string? First, IReadOnlyList<string> Others) Read(string text)
    {
        string? first = null;
        List<string>? others = null;
        foreach (var piece in text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (first is null && TryParse(piece, out var address))
            {
                first = address;
            }
            else
            {
                (others ??= []).Add(piece);
            }
        }

        return (first, others ?? (IReadOnlyList<string>)[]);
    }

    /// <summary>
    /// One address: a local part in ASCII, «@», a domain with a dot (Cyrillic domains are real). Deliberately not the whole RFC:
    /// what a mail form would not take is of no use to a specialist.
    /// </summary>
    public static bool TryParse(string text, out string address)
    {
        var clean = text.Trim();
        if (clean.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            clean = clean[7..];
        }

        var at = clean.IndexOf('@');
        var sound = at > 0 && clean.Length <= 254 && IsLocalPart(clean.AsSpan(0, at)) && IsDomain(clean.AsSpan(at + 1));
        address = sound ? clean.ToLowerInvariant() : "";
        return sound;
    }

    private static bool IsLocalPart(ReadOnlySpan<char> part)
    {
        if (part.Length > 64 || part[0] == '.' || part[^1] == '.' || part.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var letter in part)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && !"!#$%&'*+-/=?^_`{|}~.".Contains(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var (label, labels, lastLetters) = (0, 0, 0);
        var before = '.';
        foreach (var letter in domain)
        {
            if (letter == '.')
            {
                if (label == 0 || before == '-')
                {
                    return false;
                }

                (label, lastLetters) = (0, 0);
                labels++;
            }
            else if (char.IsLetterOrDigit(letter) || (letter == '-' && label > 0))
            {
                label++;
                lastLetters += char.IsLetter(letter) ? 1 : 0;
            }
            else
            {
                return false;
            }

            before = letter;
        }

        return labels > 0 && label >= 2 && before != '-' && lastLetters >= 2;
    }
}
