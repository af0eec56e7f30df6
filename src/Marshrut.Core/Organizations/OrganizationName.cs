using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Organizations;

/// <summary>A name as it is shown: without spaces around and inside runs.</summary>
public static class OrganizationName
{
    public const int MaxLength = 300;

    /// <exception cref="RuleViolation"><c>name-unusable</c>.</exception>
    public static string Read(string? text) =>
        Spaces.Collapse(text ?? "") is { Length: > 0 and <= MaxLength } name
            ? name
            : throw new RuleViolation("name-unusable", "Название не подходит. Напишите его так, как в документах, не длиннее 300 знаков.");
}
