namespace Marshrut.Rules.Consents;

/// <summary>Whose signature a consent needs (DOMAIN §13): under 18 a representative signs, and at 18 the person is listed for signing anew.</summary>
public static class ConsentAge
{
    public const int Adult = 18;

    /// <summary>The 18th birthday; for the 29th of February the 1st of March, for an age is reached with the day after the eve of the birthday.</summary>
    public static DateOnly AdultOn(DateOnly birth)
    {
        var year = birth.Year + Adult;
        return birth is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, birth.Month, birth.Day);
    }

    public static bool IsMinor(DateOnly birth, DateOnly on) => on < AdultOn(birth);

    /// <summary>Was signed when a representative had to sign, and the person can sign by now.</summary>
    public static bool IsOutgrown(DateOnly birth, DateOnly signedOn, DateOnly today) => IsMinor(birth, signedOn) && !IsMinor(birth, today);
}
