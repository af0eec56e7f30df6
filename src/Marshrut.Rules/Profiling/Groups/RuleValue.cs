namespace Marshrut.Rules.Profiling.Groups;

/// <summary>What one field says of one person: a number, one or several codes, or nothing.</summary>
public readonly record struct RuleValue
{
    private RuleValue(int? number, IReadOnlyCollection<string>? codes, IReadOnlyCollection<string>? unsaid = null) => (Number, Codes, Unsaid) = (number, codes, unsaid);

    /// <summary>Nothing is known.</summary>
    public static RuleValue Unknown => default;

    public int? Number { get; }

    /// <summary>Known to be none where empty.</summary>
    public IReadOnlyCollection<string>? Codes { get; }

    /// <summary>Codes of which it is not known whether they hold; null: none.</summary>
    public IReadOnlyCollection<string>? Unsaid { get; }

    public bool IsKnown => Number is not null || Codes is not null;

    /// <summary>A known value that says something: not an empty set.</summary>
    public bool IsThere => Number is not null || Codes is { Count: > 0 };

    public static RuleValue Of(int? number) => new(number, null);

    /// <param name="code">Null or empty: nothing is known.</param>
    public static RuleValue Of(string? code) => string.IsNullOrEmpty(code) ? Unknown : new(null, [code]);

    public static RuleValue Of(IReadOnlyCollection<string> codes, IReadOnlyCollection<string>? unsaid = null) => new(null, codes, unsaid);
}
