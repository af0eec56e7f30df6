namespace Marshrut.Rules.Cases;

/// <summary>
/// What a person needs, and what stands in the way. The first five are the client requests that every profiling has (DOMAIN §6). Health and offences are
/// not among them: they have their own rules. Values are stored.
/// </summary>
public enum CaseNeed
{
    FirstProfession = 1,
    JobSearchSkills = 2,
    PracticeOrInternship = 3,
    FirstJob = 4,
    Entrepreneurship = 5,
    Retraining = 6,
    TemporaryWork = 7,
    PsychologicalSupport = 8,
    LegalAdvice = 9,

    NoHousing = 20,
    FarToTravel = 21,
    ChildToCareFor = 22,
    RelativeToCareFor = 23,
    NoDocuments = 24,
    NoExperience = 25,
    WeakMotivation = 26,
    HighExpectations = 27,
    ArmySoon = 28,
}

public static class CaseNeeds
{
    public static IReadOnlyList<CaseNeed> All { get; } = Enum.GetValues<CaseNeed>();

    extension(CaseNeed need)
    {
        /// <summary>Stands in the way; otherwise it is something to help with.</summary>
        public bool IsObstacle => need >= CaseNeed.NoHousing;
    }
}
