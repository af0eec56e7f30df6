namespace Marshrut.Core.Platform;

/// <summary>Why somebody changed something: a sentence or two that others will read. One rule for all who ask for it.</summary>
public static class Reason
{
    public const int Shortest = 5;
    public const int Longest = 1000;

    /// <summary>For fields of forms, without a full stop.</summary>
    public const string Asked = "Напишите причину одной-двумя фразами, не короче 5 знаков";

    /// <returns>Null: the reason will do.</returns>
    public static string? Problem(string? reason) => reason?.Trim().Length switch
    {
        null or < Shortest => Asked + ": её прочтут в истории.",
        > Longest => $"Причина длиннее {Longest} знаков. Оставьте главное.",
        _ => null,
    };

    /// <returns>The reason without outer spaces.</returns>
    /// <exception cref="RuleViolation"><c>no-reason</c>.</exception>
    public static string Given(string? reason) => Problem(reason) is { } why ? throw new RuleViolation("no-reason", why) : reason!.Trim();
}
