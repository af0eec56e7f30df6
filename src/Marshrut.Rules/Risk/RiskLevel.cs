namespace Marshrut.Rules.Risk;

/// <summary>Risk of non-employment; only these two levels exist (DOMAIN §2).</summary>
public enum RiskLevel : byte
{
    NotHigh = 0,
    High = 1,
}
