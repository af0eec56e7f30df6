namespace Marshrut.Core.Agreements;

/// <summary>Follows from the dates and the day; stored nowhere.</summary>
public enum AgreementState
{
    NotYetInForce,
    InForce,
    Expired,
    Ended,
}
