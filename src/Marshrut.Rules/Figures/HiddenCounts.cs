namespace Marshrut.Rules.Figures;

/// <summary>
/// Hides counts of people under five in a table, and as many others as it takes that nobody finds them by adding and subtracting (DOMAIN §3, R47).
/// The table is told as cells, sums and «not more than»; whoever reads the page is taken to know all of these, and this rule too. Zero is shown.
/// </summary>
public sealed class HiddenCounts
{
    public const int Least = 5;

    /// <summary>A hidden cell stays at least this many values wide: «&lt; 5» that can only be 3 or 4 is nearly told.</summary>
    private const int LeastWidth = 2;
    private const long Unbounded = 1L << 40;

    private readonly List<int> values = [];
    private readonly List<(int Total, int[] Parts)> sums = [];
    private readonly List<(int Greater, int Lesser, bool GuardsRest)> orders = [];
    private List<(int Total, int[] Parts)>? relations;

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
        relations = null;
        var how = values.Select(value => value is > 0 and < Least ? CountShown.Fewer : CountShown.AsIs).ToArray();
        var guarded = orders.Where(order => order.GuardsRest && values[order.Lesser] >= Least && values[order.Greater] - values[order.Lesser] is > 0 and < Least)
            .Select(order => order.Lesser)
            .ToHashSet();
        foreach (var cell in guarded)
        {
            how[cell] = CountShown.Hidden;
        }

        var covers = new Stack<int>();
        while (FirstTold(how, guarded) is { } told && FindCover(told, how, Known(how)) is { } cover)
        {
            how[cover] = CountShown.Hidden;
            covers.Push(cover);
        }

        ShowNeedless(covers, how, guarded);
        return [.. values.Select((value, cell) => new ShownCount(how[cell] == CountShown.AsIs ? value : 0, how[cell]))];
    }

    /// <summary>A later cover may do the work of an earlier one, and one that can be computed covers nothing.</summary>
    private void ShowNeedless(Stack<int> covers, CountShown[] how, HashSet<int> guarded)
    {
        if (FirstTold(how, guarded) is not null)
        {
            // Nothing was left to hide behind: all of it stays hidden.
            return;
        }

        foreach (var cover in covers)
        {
            how[cover] = CountShown.AsIs;
            if (FirstTold(how, guarded) is not null)
            {
                how[cover] = CountShown.Hidden;
            }
        }
    }

    private int? FirstTold(CountShown[] how, HashSet<int> guarded)
    {
        var known = Known(how);
        for (var cell = 0; cell < how.Length; cell++)
        {
            if (IsTold(cell, how, known, guarded))
            {
                return cell;
            }
        }

        return null;
    }

    private static bool IsTold(int cell, CountShown[] how, (long Low, long High)[] known, HashSet<int> guarded) =>
        how[cell] == CountShown.Fewer ? known[cell].High - known[cell].Low < LeastWidth
        : guarded.Contains(cell) && known[cell].High == known[cell].Low;

    /// <summary>
    /// What a reader can find out: the narrowest bounds of each cell by the sums. A part and the rest of its whole make a sum too, and so do the rests of
    /// the rows of a table: 5 of 6 in the total leave one to all rows together.
    /// </summary>
    private (long Low, long High)[] Known(CountShown[] how)
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
        var all = relations ??= [.. sums, .. orders.Select((order, i) => (order.Greater, (int[])[order.Lesser, RestOf(i)])), .. SumsOfRests()];
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
            foreach (var (total, parts) in all)
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
    /// The next cell to hide so that the told one is less so: nearest by sums and orders, not a total where another will do, with room of its own between
    /// its neighbours, the smallest.
    /// </summary>
    private int? FindCover(int told, CountShown[] how, (long Low, long High)[] known)
    {
        var reached = new HashSet<int> { told };
        var edge = new List<int> { told };
        while (edge.Count > 0)
        {
            var near = edge.SelectMany(Neighbours).Where(reached.Add).ToList();
            var candidates = near.Where(cell => how[cell] == CountShown.AsIs && values[cell] > 0).ToList();
            if (candidates.Count > 0)
            {
                return candidates
                    .OrderBy(cell => sums.Exists(sum => sum.Total == cell))
                    .ThenByDescending(cell => Math.Min(Room(cell, known), LeastWidth))
                    .ThenBy(cell => values[cell])
                    .First();
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

    private long Room(int cell, (long Low, long High)[] known)
    {
        var low = orders.Where(order => order.Greater == cell).Select(order => known[order.Lesser].Low).DefaultIfEmpty(0).Max();
        var high = orders.Where(order => order.Lesser == cell).Select(order => known[order.Greater].High).DefaultIfEmpty(Unbounded).Min();
        return high - low;
    }
}
