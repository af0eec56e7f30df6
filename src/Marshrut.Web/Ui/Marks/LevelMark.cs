namespace Marshrut.Web.Ui.Marks;

/// <summary>What the level badge can say (DOMAIN §7, R19).</summary>
public enum LevelMark
{
    NotAssessed,
    NotHigh,

    /// <summary>Not high, while some counted characteristic is unknown.</summary>
    Preliminary,
    High,
}
