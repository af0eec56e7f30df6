namespace Marshrut.Rules.Cases;

/// <summary>How a case ended (DOMAIN §9). Values are stored.</summary>
public enum CaseOutcome
{
    EmployedInField = 1,
    EmployedOutOfField = 2,
    SelfEmployed = 3,
    ContinuesStudy = 4,
    Army = 5,
    Childcare = 6,
    Moved = 7,
    Refused = 8,

    /// <summary>Possible only after the recorded attempts to reach the person.</summary>
    LostContact = 9,
    Other = 10,

    /// <summary>The person withdrew the consent (R36); no choice of a curator.</summary>
    ConsentWithdrawn = 11,

    /// <summary>Went over to the employment centre of another district.</summary>
    OtherCentre = 12,
}
