using CsCheck;
using Marshrut.Rules.Figures;

namespace Marshrut.Tests.Rules.Figures;

public class HiddenCountsTests
{
    [Theory]
    [InlineData(new[] { 10, 20 }, "10 20 = 30")]
    [InlineData(new[] { 3, 20, 8 }, "< x 8 = 31")]
    [InlineData(new[] { 4, 6, 6 }, "< x 6 = 16")] // by place: the smallest one would be known to be no more than six
    [InlineData(new[] { 3, 4, 20 }, "< < x = 27")] // together 7: it could only be 3 and 4
    [InlineData(new[] { 4, 4, 20 }, "< < x = 28")]
    [InlineData(new[] { 2, 2, 20 }, "< < x = 24")] // four in both together
    [InlineData(new[] { 1, 2, 20, 9 }, "< < x 9 = 32")]
    [InlineData(new[] { 2, 4, 20 }, "< < 20 = 26")]
    [InlineData(new[] { 1, 5 }, "< x = x")] // of at least five, the other one could only be 5; shown beside a hidden total, it would say so
    [InlineData(new[] { 3 }, "< = <")]
    [InlineData(new[] { 2, 2, 2 }, "< < < = 6")]
    [InlineData(new[] { 0, 6 }, "0 6 = 6")]
    [InlineData(new[] { 1, 1, 1 }, "x x x = x")] // at least one in each and four in all: each could only be 1 or 2
    [InlineData(new[] { 1, 1, 1, 0 }, "x x x x = x")]
    [InlineData(new int[0], " = 0")]
    public void Small_counts_are_hidden_and_not_found_by_subtraction(int[] parts, string expected)
    {
        Picture(parts).ShouldBe(expected);
        HiddenCounts.Of(parts).Parts.Where(count => count.How != CountShown.AsIs).ShouldAllBe(count => count.Value == 0);
    }

    /// <summary>Tells apart only what looks different: whoever runs the rule over every table that looks so finds two at the least.</summary>
    [Fact]
    public void Who_knows_the_rule_finds_no_small_count_either()
    {
        var counts = Enumerable.Range(0, 25).ToArray();
        int[][] tables = [.. from a in counts from b in counts select new[] { a, b }, .. from a in counts.Take(17) from b in counts.Take(17) from c in counts.Take(17) select new[] { a, b, c }];
        foreach (var alike in tables.GroupBy(Picture).Where(group => group.Any(table => table.All(count => count <= 9))))
        {
            var words = alike.Key.Split(' ');
            for (var cell = 0; cell < alike.First().Length; cell++)
            {
                if (words[cell] == "<")
                {
                    alike.Select(table => table[cell]).Distinct().Count().ShouldBeGreaterThan(1, alike.Key);
                }
            }
        }
    }

    private static string Picture(int[] table)
    {
        var (shown, total) = HiddenCounts.Of(table);
        return $"{string.Join(' ', shown.Select(Word))} = {Word(total)}";
    }

    [Fact]
    public void A_small_rest_of_a_guarded_part_hides_the_part()
    {
        var table = new HiddenCounts();
        var (people, high) = (table.Add(100), table.Add(97));
        table.IsPartOf(high, people, guardsRest: true);

        var shown = table.Hide();

        (Word(shown[people]), Word(shown[high])).ShouldBe(("100", "x"));
    }

    /// <summary>Bounds alone tell: four people at the most, of whom the two of a part in the second row are divided in two.</summary>
    [Fact]
    public void A_table_of_so_few_that_bounds_tell_them_is_not_shown()
    {
        var table = new HiddenCounts();
        int[] wholes = [table.Add(1), table.Add(2), table.Add(1)];
        int[] parts = [table.Add(0), table.Add(2), table.Add(0)];
        for (var i = 0; i < wholes.Length; i++)
        {
            table.IsPartOf(parts[i], wholes[i], guardsRest: true);
        }

        var (whole, part) = (table.Total(wholes), table.Total(parts));
        table.IsPartOf(part, whole, guardsRest: true);
        table.AlsoDivides(part, [table.Add(1), table.Add(1)]);

        table.Hide().ShouldAllBe(count => count.How == CountShown.Hidden);
    }

    /// <summary>
    /// Tries every table that looks the same to a reader, who counts on fingers: a small count and a small guarded rest can be three values at least, two
    /// where nothing was left to hide behind, any other hidden cell two.
    /// </summary>
    [Fact]
    public void No_hidden_cell_can_be_computed_from_shown_ones_and_totals()
    {
        var row = Gen.Int[0, 9].SelectMany(whole => Gen.Int[0, whole].Select(part => (Whole: whole, Part: part)));
        Gen.Select(row, row, row, Gen.Int[0, 5]).Sample(
            (first, second, third, split) =>
            {
                var rows = new[] { first, second, third };
                var table = new HiddenCounts();
                int[] wholes = [.. rows.Select(one => table.Add(one.Whole))];
                int[] parts = [.. rows.Select(one => table.Add(one.Part))];
                for (var i = 0; i < rows.Length; i++)
                {
                    table.IsPartOf(parts[i], wholes[i], guardsRest: true);
                }

                var (whole, part) = (table.Total(wholes), table.Total(parts));
                table.IsPartOf(part, whole, guardsRest: true);
                // The same parts divided another way, as programmes divide what organisations do.
                var sum = rows.Sum(one => one.Part);
                var left = Math.Min(split, sum);
                int[] others = [table.Add(left), table.Add(sum - left)];
                table.AlsoDivides(part, others);
                var shown = table.Hide();

                var (possible, rests) = Possible(shown, wholes, parts, whole, part, others);

                var picture = string.Join(' ', shown.Select(Word));
                var least = shown.Any(count => count is { How: CountShown.AsIs, Value: > 0 }) ? HiddenCounts.LeastWidth + 1 : 2;
                for (var cell = 0; cell < shown.Length; cell++)
                {
                    if (!shown[cell].IsShown)
                    {
                        possible[cell].Count.ShouldBeGreaterThanOrEqualTo(shown[cell].How == CountShown.Fewer ? least : 2, $"cell {cell} of {picture}");
                    }
                }

                for (var i = 0; i < rows.Length; i++)
                {
                    if (rows[i].Whole - rows[i].Part is > 0 and < HiddenCounts.Least)
                    {
                        rests[i].Count.ShouldBeGreaterThanOrEqualTo(least, $"rest {i} of {picture}");
                    }
                }
            },
            iter: 2000);
    }

    private static (HashSet<int>[] Cells, HashSet<int>[] Rests) Possible(ShownCount[] shown, int[] wholes, int[] parts, int whole, int part, int[] others)
    {
        var possible = shown.Select(_ => new HashSet<int>()).ToArray();
        var rests = wholes.Select(_ => new HashSet<int>()).ToArray();
        foreach (var w in Columns(shown, wholes, whole))
        {
            foreach (var p in Columns(shown, parts, part).Where(p => p.Zip(w).All(pair => pair.First <= pair.Second)))
            {
                foreach (var left in Values(shown[others[0]]))
                {
                    var right = p.Sum() - left;
                    if (!Fits(shown[others[1]], right))
                    {
                        continue;
                    }

                    foreach (var (cell, value) in wholes.Zip(w).Concat(parts.Zip(p)).Concat([(whole, w.Sum()), (part, p.Sum()), (others[0], left), (others[1], right)]))
                    {
                        possible[cell].Add(value);
                    }

                    for (var i = 0; i < rests.Length; i++)
                    {
                        rests[i].Add(w[i] - p[i]);
                    }
                }
            }
        }

        return (possible, rests);
    }

    /// <summary>Every column of three that agrees with what is shown of it and of its total.</summary>
    private static List<int[]> Columns(ShownCount[] shown, int[] cells, int total) =>
    [
        .. from a in Values(shown[cells[0]])
           from b in Values(shown[cells[1]])
           from c in Values(shown[cells[2]])
           where Fits(shown[total], a + b + c)
           select new[] { a, b, c },
    ];

    private static IEnumerable<int> Values(ShownCount count) => count.How switch
    {
        CountShown.Fewer => Enumerable.Range(1, HiddenCounts.Least - 1),
        CountShown.Hidden => Enumerable.Range(HiddenCounts.Least, 8),
        _ => [count.Value],
    };

    private static bool Fits(ShownCount count, int value) => count.How switch
    {
        CountShown.Fewer => value is > 0 and < HiddenCounts.Least,
        CountShown.Hidden => value >= HiddenCounts.Least,
        _ => value == count.Value,
    };

    private static string Word(ShownCount count) => count.How switch
    {
        CountShown.Fewer => "<",
        CountShown.Hidden => "x",
        _ => FormattableString.Invariant($"{count.Value}"),
    };
}
