namespace Marshrut.Core.Platform.Ids;

/// <summary>Consecutive ids reserved by <see cref="IdBlocks.Reserve"/>, handed out one by one.</summary>
public sealed class IdRange(long first, int count)
{
    private readonly long end = first + count;
    private long next = first;

    /// <exception cref="InvalidOperationException">More ids are asked for than were reserved.</exception>
    public long Take() => next < end ? next++ : throw new InvalidOperationException("The reserved ids are used up.");
}
