namespace Marshrut.Core.Accounts;

/// <summary>What a role may do. Pages, navigation and the access matrix all read <see cref="RolePermissions"/>.</summary>
public enum Permission
{
    /// <summary>Nothing but one's own account.</summary>
    OwnAccount,

    /// <summary>The desk of the place: «Сегодня», figures of the place.</summary>
    SeeDesk,

    SeePeople,
    EditPeople,

    /// <summary>Special facts (health) in words; each look is audited.</summary>
    SeeSpecial,

    ImportRegister,
    ExportPeople,
    DetermineRisk,
    ConfirmRisk,

    /// <summary>The methodology in force, read only.</summary>
    SeeMethodology,
    EditMethodology,

    /// <summary>Adding characteristics of the own organisation, and proposing changes to the methodologist: heads.</summary>
    AdoptCharacteristics,
    ImportStatistics,

    /// <summary>Agreements of the organisation with the other side.</summary>
    SeeAgreements,

    /// <summary>Entering, changing and ending them: heads.</summary>
    EditAgreements,

    /// <summary>The journal of the organisation: who did, changed, read and exported what. Heads.</summary>
    SeeJournal,

    /// <summary>Handing people over to an employment centre: the ЦК's side of a transfer.</summary>
    SendTransfers,

    /// <summary>Adopting the texts of consents: heads.</summary>
    EditConsentTexts,

    /// <summary>Taking people over or giving them back: the ЦЗН's side of a transfer.</summary>
    AnswerTransfers,

    /// <summary>Working with people who were taken over: cases, contacts, outcomes.</summary>
    WorkCases,

    /// <summary>Aggregates of a region; cells under five people hidden.</summary>
    SeeRegion,

    /// <summary>Users, organisations, keys, jobs, journal of the installation. No people.</summary>
    Administer,
}
