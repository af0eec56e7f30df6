namespace Marshrut.Core.Statistics;

/// <summary>Graduates and employed of one programme of one organisation, cohort year and horizon (R16, R23). Open aggregates, no people.</summary>
public sealed class GraduateStatistic
{
    public required long Id { get; init; }

    public required string RegionCode { get; init; }

    public required int CohortYear { get; init; }

    /// <summary>Years after graduation: 0, 1, 2.</summary>
    public required int Horizon { get; init; }

    public required string ProgrammeCode { get; init; }

    /// <summary>A name or a code as written in the file, known here or not.</summary>
    public required string Organization { get; set; }

    /// <summary>Normalised <see cref="Organization"/>; part of the identity of a row.</summary>
    public required string OrganizationKey { get; init; }

    public OrganizationKind? OrganizationKind { get; set; }

    public required int Graduates { get; set; }

    public required int Employed { get; set; }

    /// <summary>The day the row came in or was replaced; shown as the date of the evidence.</summary>
    public required DateOnly ImportedOn { get; set; }
}
