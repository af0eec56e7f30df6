namespace Marshrut.Rules.Profiling.Groups;

/// <summary>Where a field comes from; the builder shows fields under these headings.</summary>
public enum RuleSection
{
    Study = 1,
    Person = 2,
    Facts = 3,
    Risk = 4,
    Requests = 5,
    HandOver = 6,
}

/// <param name="Code">As rules store it.</param>
/// <param name="Title">As people read it.</param>
public sealed record RuleChoice(string Code, string Title);

/// <summary>What a rule may ask about.</summary>
/// <param name="Code">As rules store it: never renamed.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Section">Its heading.</param>
/// <param name="Choices">What it may say; null: a whole number, or whatever the register holds where <paramref name="IsOpen"/>.</param>
/// <param name="IsOpen">What it may say is taken from the organisation's own data.</param>
/// <param name="IsSet">It may say several things at once, or none.</param>
public sealed record RuleField(string Code, string Title, RuleSection Section, IReadOnlyList<RuleChoice>? Choices = null, bool IsOpen = false, bool IsSet = false)
{
    public bool IsNumber => Choices is null && !IsOpen;

    /// <summary>The operators that mean something here.</summary>
    public IReadOnlyList<RuleOperator> Operators => IsNumber
        ? [RuleOperator.Is, RuleOperator.IsNot, RuleOperator.AtLeast, RuleOperator.AtMost, RuleOperator.Exists, RuleOperator.Missing]
        : [RuleOperator.Is, RuleOperator.IsNot, RuleOperator.Exists, RuleOperator.Missing];
}
