using System.Collections.Concurrent;

namespace Marshrut.Core.Platform;

/// <summary>
/// Lets a sequence be made on a thread of its own while what it made before is used: reading beside packing, parsing beside queries, sealing beside
/// writing. Order and errors stay as they are; at most a few thousand items wait.
/// </summary>
internal static class Ahead
{
    private const int Chunk = 256;
    private const int ChunksWaiting = 8;

    /// <param name="source">Enumerated once, by one thread; it must not touch what the user of the items touches, a database connection above all.</param>
    /// <param name="cancel">Stops both sides.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var made = new BlockingCollection<T[]>(ChunksWaiting);
        var making = Task.Run(() => Make(source, made, stop.Token), CancellationToken.None);
        try
        {
            foreach (var item in made.GetConsumingEnumerable(cancel).SelectMany(chunk => chunk))
            {
                yield return item;
            }

            // What stopped the source is thrown here, where its items were awaited.
            making.GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever leaves early must not leave the source running behind.
            stop.Cancel();
            Task.WhenAny(making).GetAwaiter().GetResult();
        }
    }

    private static void Make<T>(IEnumerable<T> source, BlockingCollection<T[]> made, CancellationToken stop)
    {
        try
        {
            foreach (var chunk in source.Chunk(Chunk))
            {
                made.Add(chunk, stop);
            }
        }
        finally
        {
            made.CompleteAdding();
        }
    }
}
