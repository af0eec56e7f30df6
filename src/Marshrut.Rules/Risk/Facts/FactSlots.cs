using System.Buffers.Binary;

namespace Marshrut.Rules.Risk;

/// <summary>What <see cref="PersonFacts"/> and <see cref="EnrolmentFacts"/> share: three entries, one a rank, for each code.</summary>
internal static class FactSlots
{
    public const int Ranks = 3;

    /// <summary>The entry that stands on a day: of the highest rank that is valid then, or an empty one (DOMAIN §7, R25).</summary>
    public static FactEntry Resolve(ReadOnlySpan<FactEntry> ranks, FactCode code, CompactDate asOf, int statedMonths)
    {
        for (var rank = Ranks - 1; rank >= 0; rank--)
        {
            var entry = AsHeld(ranks, rank, code, statedMonths);
            if (entry.IsValidOn(asOf))
            {
                return entry;
            }
        }

        return default;
    }

    /// <summary>The entry that expired last before a day, or an empty one: it tells the reader why nothing is known.</summary>
    public static FactEntry Lapsed(ReadOnlySpan<FactEntry> ranks, FactCode code, CompactDate asOf, int statedMonths)
    {
        FactEntry last = default;
        for (var rank = Ranks - 1; rank >= 0; rank--)
        {
            var entry = AsHeld(ranks, rank, code, statedMonths);
            if (entry.Value != FactValue.Unknown && entry.ValidTo.Raw != 0 && entry.ValidTo.Raw < asOf.Raw && entry.ValidTo.Raw > last.ValidTo.Raw)
            {
                last = entry;
            }
        }

        return last;
    }

    /// <summary>Puts an entry in the slot of its rank; throws <see cref="ArgumentException"/> for a value the fact cannot have.</summary>
    public static void Set(Span<FactEntry> ranks, FactCode code, FactEntry entry)
    {
        if (!code.Allows(entry.Value))
        {
            throw new ArgumentException($"{code} cannot be {entry.Value}.", nameof(entry));
        }

        ranks[(int)entry.Source.Rank] = entry;
    }

    /// <summary>Like <see cref="Set"/>, but keeps what stands when that is newer; equal days are replaced.</summary>
    public static bool Offer(Span<FactEntry> ranks, FactCode code, FactEntry entry)
    {
        if (ranks[(int)entry.Source.Rank].RecordedOn.Raw > entry.RecordedOn.Raw)
        {
            return false;
        }

        Set(ranks, code, entry);
        return true;
    }

    public static void Write(ReadOnlySpan<FactEntry> entries, Span<byte> destination)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(destination[(i * FactEntry.Size)..], entries[i].Packed);
        }
    }

    public static void Read(ReadOnlySpan<byte> source, Span<FactEntry> entries)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = FactEntry.FromPacked(BinaryPrimitives.ReadUInt64LittleEndian(source[(i * FactEntry.Size)..]));
        }
    }

    private static FactEntry AsHeld(ReadOnlySpan<FactEntry> ranks, int rank, FactCode code, int statedMonths) =>
        rank == (int)FactRank.Stated && code.Ages ? ranks[rank].WithStatedTerm(statedMonths) : ranks[rank];
}
