namespace Marshrut.Core.Organizations;

/// <summary>On what an organisation may determine risk (R39).</summary>
public enum RiskBasis
{
    /// <summary>The organisation's own legal basis (default).</summary>
    Own = 0,

    /// <summary>Each person's consent: those without it are not assessed, and are counted and named.</summary>
    Consent = 1,
}
