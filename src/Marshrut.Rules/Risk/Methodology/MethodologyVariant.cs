using System.Numerics;

namespace Marshrut.Rules.Risk;

/// <summary>Masks and weights of one variant, laid out for the kernel.</summary>
internal sealed class MethodologyVariant
{
    private const int BytesInMask = sizeof(uint);

    private readonly ushort[] _points = new ushort[BytesInMask * 256];

    public MethodologyVariant(ScopedParameters parameters)
    {
        Enabled = parameters.Enabled;
        Counted = Enabled & ~Uncounted;
        CountedCount = (byte)BitOperations.PopCount(Counted);
        for (var at = 0; at < BytesInMask; at++)
        {
            for (var bits = 0; bits < 256; bits++)
            {
                _points[(at * 256) + bits] = SumOf(parameters.Weights.Slice(at * 8, 8), bits);
            }
        }
    }

    /// <summary>The characteristics known only «если выявлено», which completeness leaves out (R19).</summary>
    private static uint Uncounted { get; } = Characteristics.Federal.Where(c => !c.CountsTowardsCompleteness).Aggregate(0u, (mask, c) => mask | c.Bit);

    public uint Enabled { get; }

    public uint Counted { get; }

    public byte CountedCount { get; }

    /// <summary>The sum of the weights of a mask: a lookup a byte; the fourteen lie in two, so the added ones cost only those who have any.</summary>
    public int PointsOf(uint mask)
    {
        var points = _points;
        var sum = points[(byte)mask] + points[256 + (byte)(mask >> 8)];
        return mask <= ushort.MaxValue ? sum : sum + points[512 + (byte)(mask >> 16)] + points[768 + (mask >> 24)];
    }

    private static ushort SumOf(ReadOnlySpan<byte> weights, int bits)
    {
        ushort sum = 0;
        for (var bit = 0; bit < weights.Length; bit++)
        {
            sum += (ushort)((bits >> bit & 1) * weights[bit]);
        }

        return sum;
    }
}
