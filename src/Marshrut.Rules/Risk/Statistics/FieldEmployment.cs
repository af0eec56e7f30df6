namespace Marshrut.Rules.Risk;

/// <summary>
/// Characteristic 1 of one programme with the numbers that explain it (R23). <see cref="Finding"/> says which sentence holds; numbers
/// that do not apply to it are zero.
/// </summary>
public readonly record struct FieldEmployment
{
    public required EvidenceCode Finding { get; init; }

    /// <summary>Cohort year and horizon of the pair that was compared.</summary>
    public int CohortYear { get; init; }

    public int Horizon { get; init; }

    /// <summary>Graduates of exactly this programme over all organisations of the region, people.</summary>
    public uint ProgrammeGraduates { get; init; }

    public uint ProgrammeEmployed { get; init; }

    /// <summary>Graduates of the pair over the full circle of organisations; the parts of the reference rate when it is set apart.</summary>
    public uint ReferenceGraduates { get; init; }

    public uint ReferenceEmployed { get; init; }

    /// <summary>True when the methodology sets the general level apart instead of taking the region's (R43).</summary>
    public bool ReferenceSetApart { get; init; }

    public Rational Ratio { get; init; }

    public int MinCohort { get; init; }

    /// <summary>The day the newest row of the programme came in.</summary>
    public CompactDate ImportedOn { get; init; }

    public CharacteristicState State => Finding switch
    {
        EvidenceCode.StatisticsLow => CharacteristicState.Present,
        EvidenceCode.StatisticsNotLow => CharacteristicState.Absent,
        _ => CharacteristicState.Unknown,
    };
}
