namespace Marshrut.Core.Risk.Methodologies;

/// <summary>How a count of people may be shown to somebody who sees no people (R47).</summary>
public enum CountShown
{
    AsIs,

    /// <summary>«&lt; 5».</summary>
    Fewer,

    /// <summary>«скрыто»: a smaller one could be found from it by subtraction.</summary>
    Hidden,
}

/// <param name="Value">0 where it is not shown.</param>
public readonly record struct ShownCount(int Value, CountShown How);

/// <summary>Hides counts under five and, beside their total, what would give them away by subtraction (DOMAIN §3, R47).</summary>
public static class HiddenCounts
{
    public const int Least = 5;

    /// <returns>The parts as they may be shown beside their total, then the total.</returns>
    public static (IReadOnlyList<ShownCount> Parts, ShownCount Total) Of(IReadOnlyList<int> parts)
    {
        var sum = parts.Sum();
        var shown = parts.Select(part => part is > 0 and < Least ? new ShownCount(0, CountShown.Fewer) : new ShownCount(part, CountShown.AsIs)).ToArray();
        var small = Enumerable.Range(0, parts.Count).Where(i => shown[i].How == CountShown.Fewer).ToList();
        var total = sum is > 0 and < Least ? new ShownCount(0, CountShown.Fewer) : new ShownCount(sum, CountShown.AsIs);

        // One hidden part is the total less the others; two together that make fewer than five are known nearly as well.
        if (total.How == CountShown.AsIs && small.Count > 0 && (small.Count == 1 || small.Sum(i => parts[i]) < Least))
        {
            var cover = Enumerable.Range(0, parts.Count).Where(i => shown[i].How == CountShown.AsIs && parts[i] > 0).OrderBy(i => parts[i]).FirstOrDefault(-1);
            if (cover < 0)
            {
                total = new ShownCount(0, CountShown.Hidden);
            }
            else
            {
                shown[cover] = new ShownCount(0, CountShown.Hidden);
            }
        }

        return (shown, total);
    }
}
