namespace Marshrut.Rules.Risk;

/// <summary>What a fact says. Numbers are stored in sealed blocks: never renumber.</summary>
public enum FactValue : byte
{
    /// <summary>Nothing is known; an entry that says so has been erased with «неизвестно» (R8).</summary>
    Unknown = 0,
    Yes = 1,
    No = 2,

    /// <summary>Only to <see cref="FactCode.WorksInField"/>: does not work at all.</summary>
    NotWorking = 3,

    // Answers to «Определённость с местом работы» (R40).
    SignedContract = 4,
    OwnBusiness = 5,
    FurtherStudy = 6,
    OralAgreement = 7,
    Searching = 8,
    DoesNotKnow = 9,
    ArmyNext = 10,
    ChildcareNext = 11,
}
