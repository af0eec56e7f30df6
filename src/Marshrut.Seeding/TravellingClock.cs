namespace Marshrut.Seeding;

/// <summary>
/// Time that its owner moves: a demo region's history is made by the real use cases, each on its own day. The zone is that of the clock it stands in
/// for.
/// </summary>
internal sealed class TravellingClock(TimeProvider real) : TimeProvider
{
    private DateTimeOffset? moment;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => moment ?? real.GetUtcNow();

    /// <summary>Time stands still at the noon of a day.</summary>
    public void TravelTo(DateOnly day) => moment = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    /// <summary>Back in the present.</summary>
    public void Arrive() => moment = null;
}
