using Marshrut.Core.Platform;

namespace Marshrut.Core.Organizations;

/// <summary>What a code of an organisation may look like: it is typed in commands and stands in addresses.</summary>
public static class OrganizationCode
{
    public const int MaxLength = 40;

    /// <exception cref="RuleViolation"><c>code-unusable</c>.</exception>
    public static string Read(string? text)
    {
        var code = (text ?? "").Trim();
        var usable = code.Length is > 0 and <= MaxLength
            && code.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.')
            && char.IsLetterOrDigit(code[0]);
        return usable
            ? code
            : throw new RuleViolation("code-unusable", "Код организации не подходит. Нужно до 40 букв и цифр без пробелов, можно дефис, например kolledzh-1.");
    }
}
