namespace Marshrut.Core.Transfers.Drafts;

/// <summary>Why a person cannot be handed over yet, each with a way to mend it.</summary>
public enum TransferProblem
{
    /// <summary>No level was determined.</summary>
    NoLevel,

    /// <summary>К1.1 is for the high level.</summary>
    NotHigh,

    /// <summary>The level is a proposal still (DOMAIN §7).</summary>
    NotConfirmed,

    /// <summary>К1.2 is for those with limits to work or facts of health, and the consent to tell of them.</summary>
    NoSpecialNeeds,

    NoConsent,

    /// <summary>The consent names nobody and does not count for the single live agreement (R46).</summary>
    ConsentNamesNobody,

    ConsentNamesAnother,

    /// <summary>Neither phone nor e-mail.</summary>
    NoContact,

    /// <summary>Waits at or is with an employment centre (R35).</summary>
    Held,
}

/// <summary>Why the proposal leaves somebody out who could be handed over.</summary>
public enum LeftOut
{
    SignedOffer,
    TargetContract,
    FurtherStudy,

    /// <summary>The free places of the month went to people of higher priority.</summary>
    NoPlace,

    /// <summary>Will live where another employment centre serves.</summary>
    OtherDistrict,
}
