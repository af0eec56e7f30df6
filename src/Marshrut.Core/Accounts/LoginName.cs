using Marshrut.Core.Platform;

namespace Marshrut.Core.Accounts;

/// <summary>What a login may look like: typed by hand, read aloud on the phone.</summary>
public static class LoginName
{
    public const int MinLength = 2;
    public const int MaxLength = 64;

    /// <exception cref="RuleViolation"><c>login-unusable</c>.</exception>
    public static string Read(string? text)
    {
        var login = (text ?? "").Trim();
        return login.Length is >= MinLength and <= MaxLength && login.All(sign => char.IsLetterOrDigit(sign) || sign is '.' or '-' or '_' or '@')
            ? login
            : throw new RuleViolation("login-unusable", "Логин не подходит. Нужны буквы и цифры без пробелов, можно точку, дефис и @, например o.melnikova.");
    }
}
