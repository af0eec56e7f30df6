namespace Marshrut.Bench;

/// <summary>One benchmark of this program.</summary>
/// <param name="Name">The word that chooses it.</param>
/// <param name="What">What it measures, one line.</param>
/// <param name="Run">Runs it with the rest of the command line; 0 when every result is right and within its limit.</param>
internal sealed record Benchmark(string Name, string What, Func<string[], Task<int>> Run);
