namespace Marshrut.Rules.Figures;

/// <summary>
/// Hides counts of people under five in a table, and as many others as it takes that nobody finds them by adding and subtracting (DOMAIN §3, R47).
/// The table is told as cells, sums and «not more than»; whoever reads the page is taken to know all of these, and this rule too. Zero is shown, unless the table is of so few that nothing of it can be.
/// </summary>
public sealed class HiddenCounts
{
    public const int Least = 5;

    /// <summary>Least and most of a small count stay this far apart, three values at the least: «&lt; 5» that can only be 3 or 4 is nearly told.</summary>
    public const int LeastWidth = 2;
    private const long Unbounded = 1L << 40;

    private readonly List<int> values = [];
    private readonly List<(int Total, int[] Parts)> sums = [];
    private readonly List<(int Greater, int Lesser, bool GuardsRest)> orders = [];
    private List<(int Total, int[] Parts)>? relations;
    private int[]? byDepth;

    /// <returns>The parts as they may be shown beside their total, then the total.</returns>
    public static (IReadOnlyList<ShownCount> Parts, ShownCount Total) Of(IReadOnlyList<int> parts)
    {
        var table = new HiddenCounts();
        int[] cells = [.. parts.Select(table.Add)];
        var total = table.Total(cells);
        var shown = table.Hide();
        return ([.. cells.Select(cell => shown[cell])], shown[total]);
    }

    /// <returns>Number of the cell in what <see cref="Hide"/> gives.</returns>
    public int Add(int value)
    {
        values.Add(value);
        return values.Count - 1;
    }

    /// <summary>A cell that is the sum of these.</summary>
    /// <returns>Its number.</returns>
    public int Total(IReadOnlyList<int> parts)
    {
        var total = Add(parts.Sum(part => values[part]));
        sums.Add((total, [.. parts]));
        return total;
    }

    /// <summary>The same total divided another way.</summary>
    public void AlsoDivides(int total, IReadOnlyList<int> parts) => sums.Add((total, [.. parts]));

    /// <summary>One cell counts some of the people of another.</summary>
    /// <param name="whole">The greater.</param>
    /// <param name="part">The lesser.</param>
    /// <param name="guardsRest">The rest is told as little as the part: with 97 high of 100, three are not.</param>
    public void IsPartOf(int part, int whole, bool guardsRest = false) => orders.Add((whole, part, guardsRest));

    /// <returns>Each cell as it may be shown, by number.</returns>
    public ShownCount[] Hide()
    {
        (relations, byDepth) = (null, null);
        var how = values.Select(value => value is > 0 and < Least ? CountShown.Fewer : CountShown.AsIs).ToArray();
        var covers = new Stack<int>(orders.Where(order => HasSmallRest(order) && values[order.Lesser] >= Least).Select(order => order.Lesser).Distinct());
        foreach (var part in covers)
        {
            how[part] = CountShown.Hidden;
        }

        while (FirstTold(how) is { } told)
        {
            if (FindCover(told, how) is not { } cover)
            {
                // Nothing is left to hide behind: so few people that their bounds tell them. Not even a zero is shown of such a table.
                return [.. values.Select(_ => new ShownCount(0, CountShown.Hidden))];
            }

            how[cover] = CountShown.Hidden;
            covers.Push(cover);
        }

        ShowComputed(covers, how);
        return [.. values.Select((value, cell) => new ShownCount(how[cell] == CountShown.AsIs ? value : 0, how[cell]))];
    }

    /// <summary>Every cell, the part of a part of a part first, then in the order of the table: whatever the counts are.</summary>
    private int[] ByDepth()
    {
        var depth = new int[values.Count];
        for (var deeper = true; deeper;)
        {
            deeper = false;
            foreach (var order in orders.Where(order => depth[order.Lesser] <= depth[order.Greater]))
            {
                depth[order.Lesser] = depth[order.Greater] + 1;
                deeper = true;
            }
        }

        return [.. Enumerable.Range(0, values.Count).OrderByDescending(cell => depth[cell]).ThenBy(cell => cell)];
    }

    private bool HasSmallRest((int Greater, int Lesser, bool GuardsRest) order) =>
        order.GuardsRest && values[order.Greater] - values[order.Lesser] is > 0 and < Least;

    /// <summary>
    /// A cover that can be computed is shown. One that turned out too small is not: beside a second cover its count would say why it was too small, and
    /// with that the small one.
    /// </summary>
    private void ShowComputed(Stack<int> covers, CountShown[] how)
    {
        var known = Known(how);
        foreach (var cover in covers.Where(cover => known[cover].Low == known[cover].High))
        {
            how[cover] = CountShown.AsIs;
        }
    }

    /// <summary>
    /// A hidden cell of which too much can be found out: its own count, that of a small rest of it, or that of it and others together. What sums alone tell
    /// comes first: a count that is narrow only because a part or a whole of it is told would have all of its own column hidden in vain. Then parts before
    /// their wholes, for the same reason.
    /// </summary>
    private int? FirstTold(CountShown[] how) => FirstTold(how, Known(how, sums)) ?? FirstTold(how, Known(how));

    private int? FirstTold(CountShown[] how, (long Low, long High)[] known)
    {
        var small = (byDepth ??= ByDepth()).Where(cell => how[cell] == CountShown.Fewer && IsNarrow(known[cell]));
        var rests = orders.Where((order, i) => HasSmallRest(order) && IsNarrow(known[RestOf(i)])).Select(order => order.Lesser);
        var together = sums.Select(sum => FirstOfSmallTogether(sum.Total, sum.Parts, how, known)).OfType<int>();
        return small.Concat(rests).Concat(together).Cast<int?>().FirstOrDefault();
    }

    /// <summary>Two in the one cell and two in the other are four in both: hidden one by one, told together by the total.</summary>
    private static int? FirstOfSmallTogether(int total, int[] parts, CountShown[] how, (long Low, long High)[] known)
    {
        var hidden = parts.Where(part => how[part] != CountShown.AsIs).ToList();
        if (hidden.Count < 2 || hidden.Exists(part => how[part] != CountShown.Fewer))
        {
            return null;
        }

        var shown = parts.Where(part => how[part] == CountShown.AsIs).Sum(part => known[part].Low);
        var low = Math.Max(hidden.Sum(part => known[part].Low), known[total].Low - shown);
        var high = Math.Min(hidden.Sum(part => known[part].High), known[total].High - shown);
        return high < Least && IsNarrow((low, high)) ? hidden[0] : null;
    }

    private static bool IsNarrow((long Low, long High) bounds) => bounds.High - bounds.Low < LeastWidth;

    /// <summary>
    /// What a reader can find out: the narrowest bounds of each cell by the sums. A part and the rest of its whole make a sum too, and so do the rests of
    /// the rows of a table: 5 of 6 in the total leave one to all rows together.
    /// </summary>
    private (long Low, long High)[] Known(CountShown[] how) =>
        Known(how, relations ??= [.. sums, .. orders.Select((order, i) => (order.Greater, (int[])[order.Lesser, RestOf(i)])), .. SumsOfRests()]);

    private (long Low, long High)[] Known(CountShown[] how, List<(int Total, int[] Parts)> by)
    {
        (long Low, long High)[] known =
        [
            .. values.Select((value, cell) => how[cell] switch
            {
                CountShown.AsIs => ((long)value, (long)value),
                CountShown.Fewer => (1L, Least - 1L),
                _ => (Least, Unbounded),
            }),
            .. orders.Select(_ => (0L, Unbounded)),
        ];
        bool changed;
        void Narrow(int cell, long low, long high)
        {
            var (knownLow, knownHigh) = known[cell];
            if (low > knownLow || high < knownHigh)
            {
                known[cell] = (Math.Max(low, knownLow), Math.Min(high, knownHigh));
                changed = true;
            }
        }

        do
        {
            changed = false;
            foreach (var (total, parts) in by)
            {
                var low = parts.Sum(part => known[part].Low);
                var high = parts.Sum(part => known[part].High);
                Narrow(total, low, high);
                var (totalLow, totalHigh) = known[total];
                foreach (var part in parts)
                {
                    // By the others at their least and at their most.
                    var (partLow, partHigh) = known[part];
                    Narrow(part, totalLow - (high - partHigh), totalHigh - (low - partLow));
                    low += known[part].Low - partLow;
                    high += known[part].High - partHigh;
                }
            }
        }
        while (changed);
        return known;
    }

    private int RestOf(int order) => values.Count + order;

    /// <summary>Where the parts and the total of a sum are each a part of those of another, the rests add up as well.</summary>
    private IEnumerable<(int Total, int[] Parts)> SumsOfRests()
    {
        var wholes = orders.Select((order, i) => (order.Lesser, order.Greater, Remainder: RestOf(i))).ToLookup(order => order.Lesser);
        var sumsOf = sums.ToLookup(sum => sum.Total);
        foreach (var sum in sums)
        {
            foreach (var (_, whole, rest) in wholes[sum.Total])
            {
                foreach (var larger in sumsOf[whole])
                {
                    var among = larger.Parts.ToHashSet();
                    int[] rests = [.. sum.Parts.SelectMany(part => wholes[part].Where(order => among.Contains(order.Greater)).Select(order => order.Remainder))];
                    if (rests.Length == sum.Parts.Length && rests.Length == larger.Parts.Length)
                    {
                        yield return (rest, rests);
                    }
                }
            }
        }
    }

    /// <summary>
    /// The next cell to hide so that the told one is less so: nearest by sums and orders, not a total where another will do, the first in the table. Its
    /// count has no say in it: of the smallest one a reader would know that it is the smallest.
    /// </summary>
    private int? FindCover(int told, CountShown[] how)
    {
        var reached = new HashSet<int> { told };
        var edge = new List<int> { told };
        while (edge.Count > 0)
        {
            var near = edge.SelectMany(Neighbours).Where(reached.Add).ToList();
            var candidates = near.Where(cell => how[cell] == CountShown.AsIs && values[cell] > 0).ToList();
            if (candidates.Count > 0)
            {
                return candidates.OrderBy(cell => sums.Exists(sum => sum.Total == cell)).ThenBy(cell => cell).First();
            }

            edge = [.. near.Where(cell => how[cell] != CountShown.AsIs)];
        }

        return null;
    }

    private IEnumerable<int> Neighbours(int cell) => sums
        .Where(sum => sum.Total == cell || sum.Parts.Contains(cell))
        .SelectMany(sum => sum.Parts.Append(sum.Total))
        .Concat(orders.Where(order => order.Greater == cell).Select(order => order.Lesser))
        .Concat(orders.Where(order => order.Lesser == cell).Select(order => order.Greater));
}
