using System.Numerics;
using System.Text;

namespace Marshrut.Seeding;

/// <summary>
/// xoshiro256** seeded by splitmix64 (Blackman, Vigna). Written out here because made data must be the same on every runtime and machine for a
/// seed, which <see cref="Random"/> does not promise.
/// </summary>
public sealed class SeededRandom
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private readonly ulong seed;
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public SeededRandom(ulong seed)
    {
        this.seed = seed;
        var state = seed;
        (a, b, c, d) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    /// <summary>A stream of its own for a part: drawing more in one part never moves what another part draws.</summary>
    public SeededRandom Fork(string part)
    {
        var hash = FnvOffset;
        foreach (var unit in Encoding.UTF8.GetBytes(part))
        {
            hash = (hash ^ unit) * FnvPrime;
        }

        return new SeededRandom(seed ^ hash);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>0 … <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>Both ends included.</summary>
    public DateOnly Between(DateOnly from, DateOnly to) => from.AddDays(Below(Math.Max(1, to.DayNumber - from.DayNumber + 1)));

    /// <summary>0 ≤ x &lt; 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1ul << 53));

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Share() < probability;

    public T Pick<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>Fisher–Yates.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] list = [.. items];
        for (var i = list.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
