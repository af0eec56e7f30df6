using System.Globalization;

namespace Marshrut.Rules.Profiling.Groups;

/// <summary>One condition: a field, how it is compared, with what.</summary>
/// <param name="Field">Code of a <see cref="RuleField"/>.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">Codes, or whole numbers as text; empty where the operator needs none.</param>
public sealed record RuleTerm(string Field, RuleOperator Operator, IReadOnlyList<string> Values)
{
    /// <summary>Null: cannot be said, for nothing is known of the field.</summary>
    public bool? Holds(RuleValue value) => Operator switch
    {
        RuleOperator.Exists => value.IsThere,
        RuleOperator.Missing => !value.IsThere,
        _ when !value.IsKnown => null,
        RuleOperator.Is => IsAmong(value),
        RuleOperator.IsNot => !IsAmong(value),
        RuleOperator.AtLeast => value.Number >= Bound,
        RuleOperator.AtMost => value.Number <= Bound,
        _ => throw new InvalidOperationException($"No operator {Operator}."),
    };

    private int Bound => int.Parse(Values[0], CultureInfo.InvariantCulture);

    private bool? IsAmong(RuleValue value)
    {
        if (value.Number is { } number)
        {
            return Values.Any(one => int.Parse(one, CultureInfo.InvariantCulture) == number);
        }

        return Values.Any(value.Codes!.Contains) ? true : value.Unsaid is { } unsaid && Values.Any(unsaid.Contains) ? null : false;
    }
}

/// <summary>Conditions that hold together.</summary>
/// <param name="IsAny">One of them is enough; else all are needed.</param>
public sealed record RuleBlock(bool IsAny, IReadOnlyList<RuleTerm> Terms)
{
    public bool? Holds(Func<string, RuleValue> person) => RuleLogic.Join(IsAny, Terms.Select(term => term.Holds(person(term.Field))));
}

/// <summary>
/// The rule of a client group or of an added characteristic: blocks of conditions, and/or within a block and between blocks. Three answers: what is not known
/// neither lets a person in nor keeps anybody out for good.
/// </summary>
/// <param name="IsAny">One of the blocks is enough; else all are needed.</param>
public sealed record GroupRule(bool IsAny, IReadOnlyList<RuleBlock> Blocks)
{
    /// <summary>More than anybody can read at a glance.</summary>
    public const int MostTerms = 20;

    public IEnumerable<RuleTerm> Terms => Blocks.SelectMany(block => block.Terms);

    /// <summary>True: the person belongs; false: does not; null: cannot be said.</summary>
    /// <param name="person">Field → what it says of the person.</param>
    public bool? Holds(Func<string, RuleValue> person) => RuleLogic.Join(IsAny, Blocks.Select(block => block.Holds(person)));
}

/// <summary>And/or of three answers (Kleene): «yes» of one settles an «or», «no» of one settles an «and», else the unknown stays unknown.</summary>
internal static class RuleLogic
{
    public static bool? Join(bool isAny, IEnumerable<bool?> answers)
    {
        bool? joined = !isAny;
        foreach (var answer in answers)
        {
            if (answer == isAny)
            {
                return isAny;
            }

            joined = answer is null ? null : joined;
        }

        return joined;
    }
}
