namespace Marshrut.Rules.Risk;

/// <summary>
/// Which records the organisation keeps: at least one in the system of that kind for its students in the study year; imported yes and
/// no are not records (R24).
/// </summary>
public readonly record struct RecordsKept(bool FieldExperience, bool EmployerContact, bool JobSearchPreparation)
{
    internal bool Of(FactCode code) => code switch
    {
        FactCode.FieldExperience => FieldExperience,
        FactCode.EmployerContact => EmployerContact,
        FactCode.JobSearchPreparation => JobSearchPreparation,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not an activity."),
    };
}
