using Marshrut.Core.Platform;

namespace Marshrut.Tests.Core.Platform;

public class AheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public void Everything_comes_in_its_order(int count) =>
        Ahead.Of(Enumerable.Range(0, count), TestContext.Current.CancellationToken).ShouldBe(Enumerable.Range(0, count));

    [Fact]
    public void What_stops_the_source_reaches_whoever_waits_after_the_items_before_it()
    {
        var seen = 0;
        Should.Throw<RuleViolation>(() =>
        {
            foreach (var _ in Ahead.Of(Broken(), TestContext.Current.CancellationToken))
            {
                seen++;
            }
        }).Message.ShouldBe("Дальше нельзя.");
        seen.ShouldBe(512);

        static IEnumerable<int> Broken()
        {
            for (var i = 0; i < 512; i++)
            {
                yield return i;
            }

            throw new RuleViolation("stop", "Дальше нельзя.");
        }
    }

    [Fact]
    public void Whoever_leaves_early_leaves_no_source_running()
    {
        var ended = false;
        foreach (var number in Ahead.Of(Endless(), TestContext.Current.CancellationToken))
        {
            if (number == 3)
            {
                break;
            }
        }

        ended.ShouldBeTrue();

        IEnumerable<int> Endless()
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    yield return i;
                }
            }
            finally
            {
                ended = true;
            }
        }
    }
}
