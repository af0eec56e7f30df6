namespace Marshrut.Rules.Risk;

/// <summary>
/// What a state rests on (R44). Stored in sealed blocks for years: numbers are never reused, their words are in
/// <see cref="EvidenceTextsV1"/>.
/// </summary>
public enum EvidenceCode : byte
{
    /// <summary>Nothing is known.</summary>
    None = 0,

    /// <summary>A fact says so: value, source, day and end of validity are the arguments.</summary>
    Fact = 1,

    /// <summary>The last statement expired: its source, day and end are the arguments.</summary>
    Lapsed = 2,

    /// <summary>8–10: no record, and the organisation keeps such records (R24).</summary>
    NoRecordWhereKept = 3,

    /// <summary>8–10: no record, and the methodology takes that for «нет».</summary>
    NoRecordCounts = 4,

    /// <summary>8–10: no record, and the organisation kept none in the study year.</summary>
    NoRecordWhereNotKept = 5,

    /// <summary>8–10: no record, and the methodology concludes nothing from that.</summary>
    NoRecordIgnored = 6,

    /// <summary>2: no consent to keep health data (R2).</summary>
    NoHealthConsent = 7,

    /// <summary>4, 14: the organisation may not hold such facts (R1, R38).</summary>
    NotHeldHere = 8,

    /// <summary>4: what 3, 13, 14 and the own column yield; always shown as restricted (R18).</summary>
    Restricted = 9,

    /// <summary>15 and on: the rule holds.</summary>
    RuleHolds = 10,

    /// <summary>15 and on: the rule does not hold.</summary>
    RuleFails = 11,

    /// <summary>15 and on: what the rule asks is not known.</summary>
    RuleUnsaid = 12,

    StatisticsLow = 20,
    StatisticsNotLow = 21,

    /// <summary>The region has no statistics.</summary>
    StatisticsNone = 22,

    /// <summary>The pair has no graduates of the programme.</summary>
    StatisticsNoProgramme = 23,
    StatisticsSmallCohort = 24,

    /// <summary>The reference rate is zero: nothing to compare with.</summary>
    StatisticsNobodyEmployed = 25,
}
