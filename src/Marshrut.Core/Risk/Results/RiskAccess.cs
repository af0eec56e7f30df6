using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Results;

/// <summary>Which characteristics a reader of figures and lists sees (DOMAIN §3, R27, R38).</summary>
public static class RiskAccess
{
    /// <param name="special">The reader asked to see facts of health; the caller has the right and writes the look down.</param>
    /// <param name="restricted">The reader is the ЦЗН's own, holds the permission and asked to see; the look is written down, too.</param>
    public static uint Visible(bool special, bool restricted) => Mask(characteristic => characteristic.Sensitivity switch
    {
        Sensitivity.Ordinary => true,
        Sensitivity.Special => special,
        _ => restricted,
    }) | Characteristics.AddedMask;

    /// <summary>Those whose tags may stand in lists.</summary>
    public static uint Tags { get; } = Mask(characteristic => characteristic.IsTagInLists) | Characteristics.AddedMask;

    /// <summary>Short names, heavier ones first.</summary>
    /// <param name="mask">Bits to name.</param>
    /// <param name="added">What the organisation added.</param>
    public static IReadOnlyList<string> Names(uint mask, IReadOnlyList<Characteristic> added) =>
    [
        .. Characteristics.Federal.Concat(added).Where(characteristic => (mask & characteristic.Bit) != 0)
            .OrderByDescending(characteristic => characteristic.DefaultWeight)
            .ThenBy(characteristic => characteristic.Number)
            .Select(characteristic => characteristic.ShortName),
    ];

    private static uint Mask(Func<Characteristic, bool> includes) =>
        Characteristics.Federal.Where(includes).Aggregate(0u, (mask, characteristic) => mask | characteristic.Bit);
}
