using System.Security.Cryptography;

namespace Marshrut.Core.Accounts.SecondStep;

/// <summary>Ten codes for the day when the phone is lost; each is good once.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => new string(RandomNumberGenerator.GetItems<char>(Alphabet, 5)) + "-" + new string(RandomNumberGenerator.GetItems<char>(Alphabet, 5)))];

    /// <summary>As people write them: capitals, spaces or no hyphen.</summary>
    public static string Read(string text)
    {
        var signs = new string([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        return signs.Length == 10 ? signs[..5] + "-" + signs[5..] : signs;
    }
}
