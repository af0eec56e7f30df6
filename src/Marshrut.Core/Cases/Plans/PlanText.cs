using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Plans;

/// <summary>Short words of a plan: one line, without needless spaces.</summary>
internal static class PlanText
{
    /// <exception cref="RuleViolation"><paramref name="code"/>: nothing was written, or too much.</exception>
    public static string Of(string? typed, string code, string whenEmpty) => Spaces.Collapse(typed ?? "") switch
    {
        "" => throw new RuleViolation(code, whenEmpty),
        { Length: > PlanCatalogue.LongestTitle } => throw new RuleViolation(code, $"Не длиннее {PlanCatalogue.LongestTitle} знаков. Оставьте главное."),
        var text => text,
    };

    /// <returns>Null: nothing was written.</returns>
    /// <exception cref="RuleViolation"><paramref name="code"/>: too long.</exception>
    public static string? OrNone(string? typed, string code) => Spaces.Collapse(typed ?? "") switch
    {
        "" => null,
        { Length: > PlanCatalogue.LongestDetails } => throw new RuleViolation(code, $"Не длиннее {PlanCatalogue.LongestDetails} знаков. Оставьте главное."),
        var text => text,
    };
}
