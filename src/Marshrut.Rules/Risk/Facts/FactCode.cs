using static Marshrut.Rules.Risk.FactValue;

namespace Marshrut.Rules.Risk;

/// <summary>
/// A fact the register keeps; the number is that of the characteristic it feeds (DOMAIN §7). Characteristic 1 comes from
/// statistics and has no fact. For 8–11 the fact names the good thing: «да» means the characteristic is absent (R17).
/// </summary>
public enum FactCode : byte
{
    Disability = 2,
    Orphan = 3,

    /// <summary>The own column of characteristic 4, «Сирота с риском неформальной занятости».</summary>
    OrphanInformalOrOffence = 4,
    Conscription = 5,
    MobilisedOrContract = 6,
    ParentalLeave = 7,
    FieldExperience = 8,
    EmployerContact = 9,
    JobSearchPreparation = 10,
    CertainWorkplace = 11,
    WorksInField = 12,
    RelativesInformallyEmployed = 13,
    PriorOffence = 14,
}

/// <summary>What each fact may say and where it hangs.</summary>
public static class FactCodes
{
    extension(FactCode code)
    {
        /// <summary>True for the facts of the person, false for 8–12, which hang on the enrolment (R42).</summary>
        public bool IsOfPerson => code is < FactCode.FieldExperience or > FactCode.WorksInField;

        /// <summary>True for the facts that state a plan or a job and so grow old: 11 and 12 (R25).</summary>
        public bool Ages => code is FactCode.CertainWorkplace or FactCode.WorksInField;

        /// <summary>True when <paramref name="value"/> is an answer to this fact; Unknown («неизвестно») is one to every fact.</summary>
        public bool Allows(FactValue value) => value switch
        {
            Unknown or Yes or No => true,
            NotWorking => code == FactCode.WorksInField,
            SignedContract or OwnBusiness or FurtherStudy or OralAgreement or Searching or DoesNotKnow or ArmyNext or ChildcareNext =>
                code == FactCode.CertainWorkplace,
            _ => false,
        };
    }
}
