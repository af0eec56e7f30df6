using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Transfers;

/// <summary>What one side writes to the other about a person: a sentence or two.</summary>
internal static class ExchangedText
{
    public const int Longest = 500;

    /// <returns>Without needless spaces.</returns>
    /// <exception cref="RuleViolation"><c>text-missing</c>, <c>text-long</c>.</exception>
    public static string Of(string? typed, string whenEmpty) => OrNone(typed) ?? throw new RuleViolation("text-missing", whenEmpty);

    /// <returns>Null: nothing was written.</returns>
    /// <exception cref="RuleViolation"><c>text-long</c>.</exception>
    public static string? OrNone(string? typed) => Spaces.Collapse(typed ?? "") switch
    {
        "" => null,
        { Length: > Longest } => throw new RuleViolation("text-long", $"Не длиннее {Longest} знаков. Оставьте главное."),
        var text => text,
    };
}
