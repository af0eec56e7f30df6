using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Results;

/// <summary>The tabs of the results: what waits for a decision, and what was decided.</summary>
public enum RiskTab
{
    /// <summary>High proposed.</summary>
    Waiting,

    Confirmed,

    Overridden,

    NotHigh,

    /// <summary>High, decided or not.</summary>
    High,

    /// <summary>Everybody with a level.</summary>
    All,
}

/// <summary>Which of the current assessments a list shows.</summary>
/// <param name="Programme"><c>NN.NN.NN</c>.</param>
/// <param name="Group">As in the register.</param>
/// <param name="Present">Code of a characteristic that must be present.</param>
/// <param name="Unknown">Code of a characteristic of which nothing is known.</param>
/// <param name="NoConsent">Last course without consent for the transfer.</param>
/// <param name="Preliminary">NotHigh with something unknown.</param>
/// <param name="Only">Only these studies: a client group or a stage, already found.</param>
public sealed record RiskFilter(
    RiskTab Tab,
    string? Programme = null,
    int? Course = null,
    string? Group = null,
    string? Present = null,
    string? Unknown = null,
    bool NoConsent = false,
    bool Preliminary = false,
    IReadOnlySet<long>? Only = null)
{
    public bool IsNarrowed => this != new RiskFilter(Tab);

    /// <summary>Rows that pass, in their order. <paramref name="visible"/> is the mask of characteristics that the reader may filter by.</summary>
    internal IEnumerable<RiskRow> Of(IEnumerable<RiskRow> rows, uint visible, DateOnly today)
    {
        var present = Bit(Present, visible);
        var unknown = Bit(Unknown, visible);
        return rows.Where(row => Shows(row)
            && (Programme is null || row.ProgrammeCode == Programme)
            && (Course is null || row.Course == Course)
            && (Group is null || row.Group == Group)
            && (present is null || (row.Present & present) != 0)
            && (unknown is null || (row.Unknown & unknown) != 0)
            && (Only is null || Only.Contains(row.EnrolmentId))
            && (!NoConsent || !row.HasTransferConsent && row.IsLastCourse(today))
            && (!Preliminary || !row.IsHigh && !row.Complete));
    }

    private bool Shows(RiskRow row) => Tab switch
    {
        RiskTab.Waiting => row is { IsHigh: true, Status: AssessmentStatus.Proposed },
        RiskTab.Confirmed => row is { IsHigh: true, Status: not AssessmentStatus.Proposed },
        RiskTab.Overridden => row.Status == AssessmentStatus.Overridden,
        RiskTab.NotHigh => !row.IsHigh,
        RiskTab.High => row.IsHigh,
        _ => true,
    };

    /// <summary>Null: no such filter. A characteristic that the reader may not filter by finds nobody.</summary>
    private static uint? Bit(string? code, uint visible) => code is null ? null : Characteristics.BitOf(code) & visible;
}
