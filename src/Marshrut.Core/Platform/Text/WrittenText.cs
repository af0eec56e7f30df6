namespace Marshrut.Core.Platform.Text;

/// <summary>Words that people write about one person: some sentences, paragraphs kept.</summary>
internal static class WrittenText
{
    public const int Longest = 2_000;

    /// <returns>Null: nothing was written.</returns>
    /// <exception cref="RuleViolation"><c>text-long</c>.</exception>
    public static string? OrNone(string? typed) => (typed ?? "").Trim() switch
    {
        "" => null,
        { Length: > Longest } => throw new RuleViolation("text-long", $"Не длиннее {Longest} знаков. Оставьте главное."),
        var text => text,
    };

    /// <exception cref="RuleViolation"><c>text-missing</c>, <c>text-long</c>.</exception>
    public static string Of(string? typed, string whenEmpty) => OrNone(typed) ?? throw new RuleViolation("text-missing", whenEmpty);
}
