namespace Marshrut.Rules.Risk;

/// <summary>What the kernel says of one enrolment: eight bytes.</summary>
/// <param name="Level">The level proposed.</param>
/// <param name="KnownCount">How many of the counted characteristics are known (R19).</param>
/// <param name="CountedCount">How many are counted: the enabled ones but 4, 13, 14.</param>
/// <param name="Points">The sum of the weights of the present ones.</param>
/// <param name="HighPriority">The priority at level High; 0 at NotHigh, where none exists: read <see cref="Priority"/>.</param>
public readonly record struct RiskOutcome(RiskLevel Level, byte KnownCount, byte CountedCount, short Points, short HighPriority)
{
    /// <summary>
    /// What stands for «no priority» where a column must order all by one descending index: below any priority, for a discount can take
    /// one under zero.
    /// </summary>
    public const int NoPriority = short.MinValue;

    /// <summary>Points with bonuses and discount; null at NotHigh (R22).</summary>
    public int? Priority => Level == RiskLevel.High ? HighPriority : null;

    /// <summary><see cref="Priority"/>, or <see cref="NoPriority"/>.</summary>
    public int SortPriority => Priority ?? NoPriority;

    /// <summary>None of the counted characteristics is Unknown (R19).</summary>
    public bool IsComplete => KnownCount == CountedCount;

    /// <summary>«Невысокий (предварительно)»: NotHigh while something counted is Unknown.</summary>
    public bool IsPreliminary => Level == RiskLevel.NotHigh && !IsComplete;
}
