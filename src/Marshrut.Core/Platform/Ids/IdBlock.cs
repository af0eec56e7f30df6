namespace Marshrut.Core.Platform.Ids;

/// <summary>One counter from which all ids come; its only row is named <c>ids</c>.</summary>
public sealed class IdBlock
{
    public required string Name { get; init; }

    public long Next { get; set; }
}
