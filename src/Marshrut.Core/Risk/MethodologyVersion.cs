namespace Marshrut.Core.Risk;

public enum MethodologyState
{
    Draft = 1,
    Active = 2,
}

/// <summary>One version of a methodology: federal (no region) or of a region (R43). Immutable once used.</summary>
public sealed class MethodologyVersion
{
    public required long Id { get; init; }

    /// <summary>Null: the federal one.</summary>
    public string? RegionCode { get; init; }

    /// <summary>1, 2, 3… within its region.</summary>
    public required int Number { get; init; }

    public MethodologyState State { get; set; }

    public required DateOnly EffectiveFrom { get; set; }

    /// <summary>Methodology parameters of the rules as JSON.</summary>
    public required string Parameters { get; set; }

    public long? BasedOnId { get; init; }

    public string? Reason { get; set; }

    public string? Document { get; set; }

    public DateOnly? DocumentDate { get; set; }

    public required string Actor { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When it first took part in an assessment; from then on it never changes.</summary>
    public DateTime? UsedAt { get; set; }
}
