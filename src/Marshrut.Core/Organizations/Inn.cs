using Marshrut.Core.Platform;

namespace Marshrut.Core.Organizations;

/// <summary>ИНН of a legal person: ten digits, the last a checksum.</summary>
public static class Inn
{
    private static readonly int[] weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <returns>Ten digits; null: nothing was written.</returns>
    /// <exception cref="RuleViolation"><c>inn-unusable</c>.</exception>
    public static string? Read(string? text)
    {
        var digits = new string([.. (text ?? "").Where(letter => !char.IsWhiteSpace(letter))]);
        return digits.Length == 0 ? null
            : IsSound(digits) ? digits
            : throw new RuleViolation("inn-unusable", "ИНН не сходится. Нужны десять цифр ИНН юридического лица; проверьте, нет ли опечатки.");
    }

    private static bool IsSound(string digits) =>
        digits.Length == 10 && digits.All(char.IsAsciiDigit) && weights.Select((weight, place) => weight * (digits[place] - '0')).Sum() % 11 % 10 == digits[9] - '0';
}
