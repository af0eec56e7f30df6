namespace Marshrut.Core.Organizations;

/// <summary>Subject of the federation. 00 is the demo region.</summary>
public sealed class Region
{
    public required string Code { get; init; }

    public required string Name { get; set; }
}
