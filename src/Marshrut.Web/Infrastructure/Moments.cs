using System.Globalization;

namespace Marshrut.Web.Infrastructure;

/// <summary>Moments of the journal as pages write them: «23.11, 10:00» in the installation's own time; the year where it is not the present one.</summary>
public sealed class Moments(TimeProvider clock)
{
    private const int OfficeClosesAt = 18;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Hours until the end of the working day, begun ones counted; null: it is over. A term ends when the office closes (art. 194 of the Civil Code).</summary>
    public int? WorkingHoursLeft => clock.GetLocalNow().Hour is var hour && hour < OfficeClosesAt ? OfficeClosesAt - hour : null;

    public string Written(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, clock.LocalTimeZone);
        return local.ToString(local.Year == Today.Year ? "dd.MM, HH:mm" : "dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The first moment of a day of the installation, in UTC.</summary>
    public DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), clock.LocalTimeZone);
}
