using System.Runtime.CompilerServices;

namespace Marshrut.Rules.Risk;

/// <summary>
/// The facts that hang on the enrolment (R42): 8–12, three ranks each. A plain struct with a fixed-size form, like
/// <see cref="PersonFacts"/>.
/// </summary>
public struct EnrolmentFacts
{
    /// <summary>Bytes written and read: version, reserve, 15 entries.</summary>
    public const int Size = 128;

    private const byte FormatVersion = 1;
    private const int EntriesAt = 8;

    private Slots _slots;

    /// <summary>The entry of one rank, empty when there is none. Throws <see cref="ArgumentOutOfRangeException"/> outside 8–12.</summary>
    public readonly FactEntry Get(FactCode code, FactRank rank) => _slots[At(code) + (int)rank];

    /// <summary>Puts an entry in the slot of its source's rank, whatever stands there.</summary>
    public void Set(FactCode code, FactEntry entry) => FactSlots.Set(RanksOf(ref _slots, code), code, entry);

    /// <summary>Puts an entry in its slot unless a newer one stands there; says whether it did (DOMAIN §7: the newer wins).</summary>
    public bool Offer(FactCode code, FactEntry entry) => FactSlots.Offer(RanksOf(ref _slots, code), code, entry);

    public void Clear(FactCode code, FactRank rank) => _slots[At(code) + (int)rank] = default;

    /// <summary>The entry that stands on a day; stated 11 and 12 live <paramref name="statedMonths"/> (R25).</summary>
    public readonly FactEntry Resolve(FactCode code, CompactDate asOf, int statedMonths = FactEntry.ValidityMonths)
    {
        ReadOnlySpan<FactEntry> all = _slots;
        return FactSlots.Resolve(all.Slice(At(code), FactSlots.Ranks), code, asOf, statedMonths);
    }

    /// <summary>The entry that expired last before a day, empty when none did.</summary>
    public readonly FactEntry Lapsed(FactCode code, CompactDate asOf, int statedMonths = FactEntry.ValidityMonths)
    {
        ReadOnlySpan<FactEntry> all = _slots;
        return FactSlots.Lapsed(all.Slice(At(code), FactSlots.Ranks), code, asOf, statedMonths);
    }

    /// <summary>Writes <see cref="Size"/> bytes; throws when <paramref name="destination"/> is shorter.</summary>
    public readonly void WriteTo(Span<byte> destination)
    {
        var block = destination[..Size];
        block.Clear();
        block[0] = FormatVersion;
        FactSlots.Write(_slots, block[EntriesAt..]);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote; throws <see cref="InvalidDataException"/> for a version it does not know.</summary>
    public static EnrolmentFacts ReadFrom(ReadOnlySpan<byte> source)
    {
        var block = source[..Size];
        if (block[0] != FormatVersion)
        {
            throw new InvalidDataException($"Enrolment facts of format {block[0]}.");
        }

        var facts = new EnrolmentFacts();
        FactSlots.Read(block[EntriesAt..], facts._slots);
        return facts;
    }

    private static Span<FactEntry> RanksOf(ref Slots slots, FactCode code)
    {
        Span<FactEntry> all = slots;
        return all.Slice(At(code), FactSlots.Ranks);
    }

    private static int At(FactCode code) => !code.IsOfPerson
        ? FactSlots.Ranks * (code - FactCode.FieldExperience)
        : throw new ArgumentOutOfRangeException(nameof(code), code, "Not a fact of the enrolment.");

    [InlineArray(5 * FactSlots.Ranks)]
    private struct Slots
    {
        private FactEntry _first;
    }
}
