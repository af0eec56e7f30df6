using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Results;

/// <summary>A current assessment as counts, filters and the order of lists need it; the order of R22 is the order of the array it stands in.</summary>
/// <param name="Present">Characteristics that are present and enabled, special and restricted ones too: mask them before showing.</param>
/// <param name="Unknown">Counted characteristics of which nothing is known.</param>
/// <param name="AsOf">The day of the latest run that gave this result.</param>
public sealed record RiskRow(
    long AssessmentId,
    long EnrolmentId,
    long PersonId,
    bool IsHigh,
    bool ComputedHigh,
    bool Complete,
    int Known,
    int Counted,
    AssessmentStatus Status,
    int Priority,
    uint Present,
    uint Unknown,
    string ProgrammeCode,
    int? Course,
    string? Group,
    int GraduationYear,
    EnrolmentStatus Study,
    bool HasTransferConsent,
    DateOnly AsOf)
{
    public bool IsLastCourse(DateOnly day) => LastCourse.IsLast(Study, GraduationYear, day);
}
