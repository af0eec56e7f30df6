namespace Marshrut.Core.Organizations;

/// <summary>District or town of a region; served by at most one employment centre.</summary>
public sealed class District
{
    public required long Id { get; init; }

    public required string RegionCode { get; init; }

    public required string Name { get; set; }

    /// <summary>Normalised name: upper, Ё→Е. Unique in the region.</summary>
    public required string SearchName { get; set; }

    public long? ServedById { get; set; }
}
