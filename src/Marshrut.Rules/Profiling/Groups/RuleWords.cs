using Marshrut.Rules.Language;

namespace Marshrut.Rules.Profiling.Groups;

/// <summary>A rule as a sentence: «Этап: выпускной курс и уровень риска: высокий».</summary>
public static class RuleWords
{
    /// <param name="titles">Field and code → title of a choice that the organisation's own data names; null: the code is the title.</param>
    public static string Of(GroupRule rule, Func<string, string, string?> titles)
    {
        var blocks = rule.Blocks.Where(block => block.Terms.Count > 0).ToList();
        var said = string.Join(
            rule.IsAny ? "; или " : "; и ",
            blocks.Select(block => string.Join(block.IsAny ? " или " : " и ", block.Terms.Select(term => Russian.Small(Of(term, titles))))));
        return Russian.Capital(said);
    }

    public static string Of(RuleTerm term, Func<string, string, string?> titles)
    {
        var field = RuleFields.Find(term.Field);
        var name = field?.Title ?? term.Field;
        var values = term.Values.Select(value => titles(term.Field, value) ?? field?.Choices?.FirstOrDefault(choice => choice.Code == value)?.Title ?? value).Select(value => $"«{value}»").ToList();
        return term.Operator switch
        {
            RuleOperator.Exists or RuleOperator.Missing => $"{name}: {(field is null ? "" : term.Operator.Title(field))}",
            RuleOperator.AtLeast => $"{name} ≥ {string.Join(", ", term.Values)}",
            RuleOperator.AtMost => $"{name} ≤ {string.Join(", ", term.Values)}",
            RuleOperator.Is when field?.IsNumber == true => $"{name} = {string.Join(" или ", term.Values)}",
            RuleOperator.IsNot when field?.IsNumber == true => $"{name} ≠ {string.Join(" и ", term.Values)}",
            RuleOperator.Is => $"{name}: {string.Join(" или ", values)}",
            _ => $"{name}: кроме {string.Join(" и ", values)}",
        };
    }
}
