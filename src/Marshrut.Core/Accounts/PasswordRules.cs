using System.Security.Cryptography;
using Marshrut.Core.Platform;

namespace Marshrut.Core.Accounts;

/// <summary>
/// What a password must be. Length counts, not the mix of signs (NIST SP 800-63B): forced signs only bring «Password1!».
/// </summary>
public static class PasswordRules
{
    public const int MinLength = 8;
    public const int MaxLength = 128;
    private const int FewestDifferent = 4;

    // Without letters that look like digits: it is read aloud and copied from paper.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly string[] Known =
        ["password", "qwertyui", "qwerty123", "1q2w3e4r", "12345678", "123456789", "1234567890", "87654321", "11223344", "йцукенгш", "йцукен123", "пароль123", "marshrut"];

    /// <exception cref="RuleViolation"><c>password-weak</c>; the sentence says what to change.</exception>
    public static void Check(string password, string login)
    {
        if (password.Length < MinLength)
        {
            throw new RuleViolation("password-weak", $"Пароль короткий. Нужно не меньше {MinLength} знаков — удобна фраза из нескольких слов.");
        }

        if (password.Length > MaxLength)
        {
            throw new RuleViolation("password-weak", $"Пароль слишком длинный. Нужно не больше {MaxLength} знаков.");
        }

        if (password.Contains(login, StringComparison.OrdinalIgnoreCase))
        {
            throw new RuleViolation("password-weak", "В пароле есть ваш логин. Придумайте пароль без него.");
        }

        if (password.Distinct().Count() < FewestDifferent || Known.Contains(password, StringComparer.OrdinalIgnoreCase))
        {
            throw new RuleViolation("password-weak", "Такой пароль подбирают первым. Придумайте другой — удобна фраза из нескольких слов.");
        }
    }

    /// <summary>Sixteen signs in four groups, about 79 bits: «fk3m-9xwd-…».</summary>
    public static string NewOneTime()
    {
        var signs = RandomNumberGenerator.GetItems<char>(Alphabet, 16);
        return string.Join('-', signs.Chunk(4).Select(group => new string(group)));
    }
}
