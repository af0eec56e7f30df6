using Marshrut.Rules.Risk;
using Marshrut.Seeding.Names;

namespace Marshrut.Seeding.Registers;

/// <summary>A made person with one study, before ids and sealing: plain and comparable, so that equal seeds can be proved to give equal people.</summary>
public sealed class PersonDraft
{
    public required PersonName Name { get; init; }

    public required DateOnly BirthDate { get; init; }

    public string? Snils { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? District { get; set; }

    public string? DistrictAfter { get; set; }

    public DateOnly? TransferConsentOn { get; set; }

    public DateOnly? RiskConsentOn { get; set; }

    public PersonFacts Facts { get; set; }

    public required EnrolmentDraft Enrolment { get; init; }
}

/// <summary>The study of a <see cref="PersonDraft"/>.</summary>
public sealed class EnrolmentDraft
{
    /// <summary>'' where the organisation gives no number.</summary>
    public string ExternalId { get; init; } = "";

    public required string ProgrammeCode { get; init; }

    public required EducationLevel Level { get; init; }

    public StudyForm? StudyForm { get; init; }

    public Funding? Funding { get; init; }

    public int? Course { get; init; }

    public string? Group { get; init; }

    public required int GraduationYear { get; init; }

    public required EnrolmentStatus Status { get; init; }

    public EnrolmentFacts Facts { get; set; }
}
