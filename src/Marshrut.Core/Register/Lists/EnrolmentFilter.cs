using Marshrut.Core.Risk;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Register.Lists;

/// <summary>What a list can be narrowed to by level.</summary>
public enum LevelChoice
{
    High = 1,
    NotHigh = 2,

    /// <summary>Not high while some counted characteristic is unknown (R19).</summary>
    Preliminary = 3,

    /// <summary>The year's duty: to be assessed (R21), and no level was determined in this assessment year (R20).</summary>
    NotAssessed = 4,

    /// <summary>To be assessed (R21) and without the consent to it: where consent is the basis, these have no level (R39).</summary>
    NoRiskConsent = 5,
}

/// <summary>What a card may lack, though work with the person needs it.</summary>
public enum Gap
{
    Phone = 1,
    Snils = 2,

    /// <summary>The district of living: it decides which employment centre is near.</summary>
    District = 3,
    Group = 4,
}

/// <summary>How a list is ordered.</summary>
public enum EnrolmentOrder
{
    /// <summary>By name, then Идентификатор.</summary>
    Name = 1,

    /// <summary>The order of R22, those who were never assessed last.</summary>
    Priority = 2,

    /// <summary>By code of the programme, then group.</summary>
    Programme = 3,

    ProgrammeDown = 4,

    /// <summary>By year of graduation, the nearest first.</summary>
    Year = 5,

    YearDown = 6,
}

/// <summary>The conditions of a list of students; null: whatever it is.</summary>
public sealed record EnrolmentFilter
{
    /// <summary>Part of a name, СНИЛС, phone or Идентификатор, as typed.</summary>
    public string? Search { get; init; }

    public string? Programme { get; init; }

    public string? Group { get; init; }

    public int? Course { get; init; }

    /// <summary>R20.</summary>
    public bool LastCourse { get; init; }

    public int? GraduationYear { get; init; }

    public EnrolmentStatus? Status { get; init; }

    public LevelChoice? Level { get; init; }

    public AssessmentStatus? Decision { get; init; }

    /// <summary>A consent to the transfer is there or is missing.</summary>
    public bool? HasTransferConsent { get; init; }

    public HandedChoice? Handed { get; init; }

    public Gap? Lacks { get; init; }

    /// <summary>
    /// Code of a characteristic that is present. Only those whose tag may stand in lists: any other finds nobody, for a list must not tell about
    /// health or offences (R27).
    /// </summary>
    public string? Characteristic { get; init; }

    /// <summary>Only these studies: a client group or a stage, already found.</summary>
    public IReadOnlySet<long>? Only { get; init; }

    public bool IsEmpty => this == new EnrolmentFilter();

    /// <summary>The characteristics that a list may be narrowed to.</summary>
    public static IEnumerable<Characteristic> Characteristics => Rules.Risk.Characteristics.Federal.Where(characteristic => characteristic.IsTagInLists);
}
