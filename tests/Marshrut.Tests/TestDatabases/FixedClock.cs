namespace Marshrut.Tests.TestDatabases;

/// <summary>Time that stands still until a test moves it. It begins on Monday, 23 November 2026, 10:00 in Moscow, the day of the mock-ups.</summary>
public sealed class FixedClock : TimeProvider
{
    public static readonly DateTimeOffset Beginning = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private readonly Lock gate = new();
    private DateTimeOffset now = Beginning;

    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (gate)
        {
            now += by;
        }
    }

    public void SetTo(DateTimeOffset moment)
    {
        lock (gate)
        {
            now = moment;
        }
    }
}
