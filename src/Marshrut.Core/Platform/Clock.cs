namespace Marshrut.Core.Platform;

/// <summary>Days and moments from the program's clock.</summary>
public static class Clock
{
    /// <summary>The local calendar day of the installation.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The first moment of today in the installation, in UTC.</summary>
    public static DateTime StartOfToday(this TimeProvider clock) => TimeZoneInfo.ConvertTimeToUtc(clock.Today().ToDateTime(TimeOnly.MinValue), clock.LocalTimeZone);

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
