namespace Marshrut.Core.Cases.Plans;

/// <summary>The catalogue of a region that its methodologist has changed; a region without a row has the federal one. No personal data.</summary>
public sealed class PlanCatalogueRow
{
    public required long Id { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>JSON of <see cref="Rules.Cases.PlanCatalogue"/>.</summary>
    public required string Content { get; set; }

    public required DateTime ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    /// <summary>A second editor is told.</summary>
    public int Version { get; set; }
}
