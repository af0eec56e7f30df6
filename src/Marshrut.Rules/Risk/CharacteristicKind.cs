namespace Marshrut.Rules.Risk;

/// <summary>Where a characteristic is known from (DOMAIN §7, column «kind»).</summary>
public enum CharacteristicKind : byte
{
    Statistics,
    Status,
    Activity,
    Profiling,

    /// <summary>A rule of an organisation over register fields and facts.</summary>
    Added,
}
