namespace Marshrut.Rules.Risk;

/// <summary>What makes a level High (DOMAIN §7).</summary>
public enum LevelRule : byte
{
    /// <summary>Any characteristic present.</summary>
    Any = 0,

    /// <summary>The weights of the present characteristics add up to a threshold.</summary>
    PointsAtLeast = 1,
}
