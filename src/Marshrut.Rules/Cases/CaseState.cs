namespace Marshrut.Rules.Cases;

/// <summary>Where a case stands (DOMAIN §9). Values are stored.</summary>
public enum CaseState
{
    /// <summary>Taken over; nobody works with the person yet.</summary>
    Opened = 1,

    /// <summary>A curator works with the person.</summary>
    InWork = 2,

    /// <summary>Sleeps until a day: army, childcare.</summary>
    Paused = 3,

    /// <summary>Ended with an outcome.</summary>
    Closed = 4,
}
