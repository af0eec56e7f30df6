namespace Marshrut.Rules.Risk;

/// <summary>Who may hold and see a fact (DOMAIN §3).</summary>
public enum Sensitivity : byte
{
    /// <summary>Everybody who sees the person.</summary>
    Ordinary = 0,

    /// <summary>Health: kept only with a written consent, each look is audited.</summary>
    Special = 1,

    /// <summary>Offences: held only by a ЦЗН, seen there only with the permission (R1, R38).</summary>
    Restricted = 2,
}
