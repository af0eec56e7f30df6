namespace Marshrut.Rules.Risk;

/// <summary>What a reader of an explanation may see (DOMAIN §3, R38). Ordinary facts are seen by everybody who sees the person.</summary>
[Flags]
public enum FactAccess : byte
{
    Ordinary = 0,

    /// <summary>Health; the look is audited by the caller.</summary>
    Special = 1,

    /// <summary>Offences: the permission some of a ЦЗН's staff hold.</summary>
    Restricted = 2,

    /// <summary>A ЦЗН's own staff without the permission: told that there are «Иные обстоятельства», and no more.</summary>
    OtherCircumstances = 4,
}
