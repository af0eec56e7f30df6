namespace Marshrut.Seeding.Students;

/// <summary>
/// What one organisation writes down about its people. Shares are 0–1. Gaps differ from one to another: that is what makes levels preliminary and
/// the same student high here and not high there.
/// </summary>
public sealed record OrganizationHabits
{
    /// <summary>Columns of status in its file: orphan, conscription, leave…</summary>
    public double StatusKnown { get; init; } = 0.9;

    /// <summary>Health consents collected from people without a disability, too.</summary>
    public double HealthConsent { get; init; } = 0.1;

    public double PracticeKnown { get; init; } = 0.8;

    public double ContactKnown { get; init; } = 0.6;

    public double PreparationKnown { get; init; } = 0.5;

    /// <summary>Answers of the last course and of graduates to the survey.</summary>
    public double Survey { get; init; } = 0.55;

    public double TransferConsent { get; init; } = 0.7;

    /// <summary>Share who signed that their risk may be determined; null: not asked.</summary>
    public double? RiskConsent { get; init; }

    /// <summary>Keeps records of practice in the system (R24).</summary>
    public bool RecordsPractice { get; init; }

    /// <summary>Keeps attendance of fairs, career days and tours.</summary>
    public bool RecordsContact { get; init; }

    /// <summary>Keeps CVs and passed trainings.</summary>
    public bool RecordsPreparation { get; init; }
}
