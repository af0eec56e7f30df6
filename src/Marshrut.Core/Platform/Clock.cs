namespace Marshrut.Core.Platform;

/// <summary>Days and moments from the program's clock.</summary>
public static class Clock
{
    /// <summary>The local calendar day of the installation.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
