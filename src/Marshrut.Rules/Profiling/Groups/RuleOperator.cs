namespace Marshrut.Rules.Profiling.Groups;

/// <summary>How a field is compared (DOMAIN §7: = ≠ in ≥ ≤ exists). Names are stored.</summary>
public enum RuleOperator
{
    /// <summary>One of the values: = and «in».</summary>
    Is = 1,

    /// <summary>None of the values.</summary>
    IsNot = 2,
    AtLeast = 3,
    AtMost = 4,
    Exists = 5,
    Missing = 6,
}

/// <summary>What the operators need and how they read.</summary>
public static class RuleOperators
{
    public static bool NeedsValue(this RuleOperator compared) => compared is not (RuleOperator.Exists or RuleOperator.Missing);

    /// <summary>As the builder offers it.</summary>
    public static string Title(this RuleOperator compared, RuleField field) => (compared, field.IsNumber, field.IsSet) switch
    {
        (RuleOperator.Is, true, _) => "равно",
        (RuleOperator.Is, false, _) => "одно из",
        (RuleOperator.IsNot, true, _) => "не равно",
        (RuleOperator.IsNot, false, _) => "ни одно из",
        (RuleOperator.AtLeast, _, _) => "не меньше",
        (RuleOperator.AtMost, _, _) => "не больше",
        (RuleOperator.Exists, _, true) => "есть",
        (RuleOperator.Exists, _, false) => "известно",
        (_, _, true) => "нет",
        _ => "нет данных",
    };
}
