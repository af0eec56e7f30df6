namespace Marshrut.Rules.Risk;

/// <summary>What moves the priority besides characteristics (DOMAIN §7, R22). Numbers are stored: never renumber.</summary>
[Flags]
public enum RiskFlags : byte
{
    None = 0,
    LastCourse = 1,
    GraduateWithoutWork = 2,

    /// <summary>A signed job offer, answered or recorded.</summary>
    SignedOffer = 4,

    /// <summary>Целевое обучение, or a target contract recorded.</summary>
    TargetContract = 8,
}
