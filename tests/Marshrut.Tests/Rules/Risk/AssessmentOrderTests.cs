using System.Text;
using CsCheck;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

public class AssessmentOrderTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("", "А", "АЯ", "Е", "\uE001", "\U0001F600", "A-1", "Z"), Gen.String[Gen.Char['А', 'Я'], 0, 3]);

    private static readonly Gen<AssessmentOrderKey> Key = Gen.Select(
        Gen.Bool, Gen.Int[-1, 2], Gen.Int[2026, 2027], Text, Text.Null(), Gen.Long[1, 5],
        (high, priority, year, name, external, id) =>
            new AssessmentOrderKey(high ? RiskLevel.High : RiskLevel.NotHigh, high ? priority : null, year, name, external, id));

    [Fact]
    public void High_comes_by_priority_then_graduation_then_name_then_number_R22()
    {
        AssessmentOrderKey[] wanted =
        [
            new(RiskLevel.High, 7, 2028, "ЯКОВЛЕВ", "1", 9),
            new(RiskLevel.High, 5, 2026, "ЯКОВЛЕВ", "1", 8),
            new(RiskLevel.High, 5, 2027, "АБРАМОВ", null, 7),
            new(RiskLevel.High, 5, 2027, "АБРАМОВ", "10", 6),
            new(RiskLevel.High, 5, 2027, "АБРАМОВ", "9", 5),
            new(RiskLevel.High, 5, 2027, "БЕЛОВ", "1", 4),
            new(RiskLevel.High, -1, 2026, "АБРАМОВ", "1", 3),
            new(RiskLevel.NotHigh, null, 2030, "АБРАМОВ", "1", 1),
            new(RiskLevel.NotHigh, null, 2026, "АБРАМОВ", "1", 2),
            new(RiskLevel.NotHigh, null, 2026, "АБРАМОВ", "2", 0),
        ];

        wanted.Reverse().Order(AssessmentOrder.Instance).ShouldBe(wanted);
    }

    [Fact]
    public void The_order_is_total() =>
        Gen.Select(Key, Key, Key).Sample((a, b, c) =>
        {
            var order = AssessmentOrder.Instance;
            Math.Sign(order.Compare(a, b)).ShouldBe(-Math.Sign(order.Compare(b, a)));
            (order.Compare(a, b) == 0).ShouldBe((a with { ExternalId = a.ExternalId ?? "", GraduationYear = 0 }) == (b with { ExternalId = b.ExternalId ?? "", GraduationYear = 0 })
                && (a.Level == RiskLevel.NotHigh || a.GraduationYear == b.GraduationYear));
            if (order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0)
            {
                order.Compare(a, c).ShouldBeLessThanOrEqualTo(0);
            }
        });

    [Fact]
    public void Names_are_compared_like_their_bytes_in_the_databases() =>
        Gen.Select(Text, Text).Sample((x, y) =>
        {
            var bytes = Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));

            Math.Sign(AssessmentOrder.Instance.Compare(new(default, null, 0, x, null, 0), new(default, null, 0, y, null, 0))).ShouldBe(Math.Sign(bytes));
        });
}
