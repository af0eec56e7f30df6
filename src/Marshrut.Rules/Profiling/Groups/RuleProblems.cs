using System.Globalization;

namespace Marshrut.Rules.Profiling.Groups;

/// <param name="Block">Place of the block, from 0; null: of the rule as a whole.</param>
/// <param name="Term">Place of the condition in its block, from 0.</param>
/// <param name="Message">What to do, in Russian.</param>
public sealed record RuleProblem(int? Block, int? Term, string Message);

/// <summary>What keeps a rule from being used, each with its place.</summary>
public static class RuleProblems
{
    /// <summary>Longest list of values of one condition.</summary>
    public const int MostValues = 200;

    public static IReadOnlyList<RuleProblem> Of(GroupRule rule)
    {
        var found = new List<RuleProblem>();
        if (!rule.Terms.Any())
        {
            found.Add(new RuleProblem(null, null, "Добавьте хотя бы одно условие."));
        }

        if (rule.Terms.Count() > GroupRule.MostTerms)
        {
            found.Add(new RuleProblem(null, null, $"Условий больше {GroupRule.MostTerms}. Оставьте главные."));
        }

        for (var block = 0; block < rule.Blocks.Count; block++)
        {
            for (var term = 0; term < rule.Blocks[block].Terms.Count; term++)
            {
                if (Problem(rule.Blocks[block].Terms[term]) is { } message)
                {
                    found.Add(new RuleProblem(block, term, message));
                }
            }
        }

        return found;
    }

    private static string? Problem(RuleTerm term)
    {
        if (RuleFields.Find(term.Field) is not { } field)
        {
            return "Выберите, о чём условие.";
        }

        if (!field.Operators.Contains(term.Operator))
        {
            return $"«{field.Title}»: выберите, как сравнить.";
        }

        if (!term.Operator.NeedsValue())
        {
            return null;
        }

        return term.Values.Count switch
        {
            0 when field.IsNumber => $"«{field.Title}»: напишите число.",
            0 => $"«{field.Title}»: отметьте хотя бы одно значение.",
            > MostValues => $"«{field.Title}»: значений больше {MostValues}. Оставьте нужные.",
            > 1 when term.Operator is RuleOperator.AtLeast or RuleOperator.AtMost => $"«{field.Title}»: здесь нужно одно число.",
            _ when field.IsNumber && term.Values.FirstOrDefault(value => !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)) is { } wrong =>
                $"«{field.Title}»: не поняли «{wrong}». Нужно целое число.",
            _ when field.Choices is { } choices && term.Values.FirstOrDefault(value => choices.All(choice => choice.Code != value)) is { } strange => $"«{field.Title}»: нет значения «{strange}».",
            _ => null,
        };
    }
}
