using System.Text.RegularExpressions;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>Sealed blocks in base64 within a text: a value that is nothing else, or an element of an XML document.</summary>
internal static partial class SealedText
{
    /// <summary>Puts another block in the place of each; what is no block stays.</summary>
    public static string Replace(string text, Func<byte[], byte[]> replace) =>
        Runs().Replace(text, run => TryDecode(run.Value) is { } block ? Convert.ToBase64String(replace(block)) : run.Value);

    public static bool Any(string text, Func<byte[], bool> condition)
    {
        foreach (var run in Runs().EnumerateMatches(text))
        {
            if (TryDecode(text.AsSpan(run.Index, run.Length)) is { } block && condition(block))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[]? TryDecode(ReadOnlySpan<char> run)
    {
        var bytes = new byte[run.Length / 4 * 3];
        return Convert.TryFromBase64Chars(run, bytes, out var length) && Sealer.IsBlock(bytes.AsSpan(0, length)) ? bytes[..length] : null;
    }

    /// <summary>Long enough for a block that holds anything.</summary>
    [GeneratedRegex("[A-Za-z0-9+/]{44,}={0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();
}
