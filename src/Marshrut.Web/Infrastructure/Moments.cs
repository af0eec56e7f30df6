using System.Globalization;

namespace Marshrut.Web.Infrastructure;

/// <summary>Moments of the journal as pages write them: «23.11, 10:00» in the installation's own time; the year where it is not the present one.</summary>
public sealed class Moments(TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public string Written(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, clock.LocalTimeZone);
        return local.ToString(local.Year == Today.Year ? "dd.MM, HH:mm" : "dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The first moment of a day of the installation, in UTC.</summary>
    public DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), clock.LocalTimeZone);
}
