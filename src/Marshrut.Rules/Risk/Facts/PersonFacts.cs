using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Marshrut.Rules.Risk;

/// <summary>
/// The facts that hang on the person (R42): 2–7, 13 and 14, three ranks each, the date of the health consent and where the text of
/// the work limits lies. A plain struct with a fixed-size form, so that a million are read without allocating; the form is sealed by
/// the caller (R27) and shows by its size nothing of what it holds.
/// </summary>
public struct PersonFacts
{
    /// <summary>Bytes written and read: version, reserve, consent, evidence id, 24 entries, reserve.</summary>
    public const int Size = 208;

    private const byte FormatVersion = 1;
    private const int ConsentAt = 2;
    private const int WorkLimitsAt = 4;
    private const int EntriesAt = 12;

    private Slots _slots;

    /// <summary>Day of the signed consent to keep health data, or none: without it fact 2 is not used (R2).</summary>
    public CompactDate HealthConsentOn { get; set; }

    /// <summary>Id of the ledger row that holds «Рекомендации по условиям труда»; 0 when there is none.</summary>
    public long WorkLimitsEvidenceId { get; set; }

    /// <summary>The entry of one rank, empty when there is none. Throws <see cref="ArgumentOutOfRangeException"/> for 8–12.</summary>
    public readonly FactEntry Get(FactCode code, FactRank rank) => _slots[At(code) + (int)rank];

    /// <summary>Puts an entry in the slot of its source's rank, whatever stands there.</summary>
    public void Set(FactCode code, FactEntry entry) => FactSlots.Set(RanksOf(ref _slots, code), code, entry);

    /// <summary>Puts an entry in its slot unless a newer one stands there; says whether it did (DOMAIN §7: the newer wins).</summary>
    public bool Offer(FactCode code, FactEntry entry) => FactSlots.Offer(RanksOf(ref _slots, code), code, entry);

    public void Clear(FactCode code, FactRank rank) => _slots[At(code) + (int)rank] = default;

    /// <summary>The entry that stands on a day, empty when nothing is known then.</summary>
    public readonly FactEntry Resolve(FactCode code, CompactDate asOf)
    {
        ReadOnlySpan<FactEntry> all = _slots;
        return FactSlots.Resolve(all.Slice(At(code), FactSlots.Ranks), code, asOf, FactEntry.ValidityMonths);
    }

    /// <summary>The entry that expired last before a day, empty when none did.</summary>
    public readonly FactEntry Lapsed(FactCode code, CompactDate asOf)
    {
        ReadOnlySpan<FactEntry> all = _slots;
        return FactSlots.Lapsed(all.Slice(At(code), FactSlots.Ranks), code, asOf, FactEntry.ValidityMonths);
    }

    /// <summary>Writes <see cref="Size"/> bytes; throws when <paramref name="destination"/> is shorter.</summary>
    public readonly void WriteTo(Span<byte> destination)
    {
        var block = destination[..Size];
        block.Clear();
        block[0] = FormatVersion;
        BinaryPrimitives.WriteUInt16LittleEndian(block[ConsentAt..], HealthConsentOn.Raw);
        BinaryPrimitives.WriteInt64LittleEndian(block[WorkLimitsAt..], WorkLimitsEvidenceId);
        FactSlots.Write(_slots, block[EntriesAt..]);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote; throws <see cref="InvalidDataException"/> for a version it does not know.</summary>
    public static PersonFacts ReadFrom(ReadOnlySpan<byte> source)
    {
        var block = source[..Size];
        if (block[0] != FormatVersion)
        {
            throw new InvalidDataException($"Person facts of format {block[0]}.");
        }

        var facts = new PersonFacts
        {
            HealthConsentOn = new CompactDate(BinaryPrimitives.ReadUInt16LittleEndian(block[ConsentAt..])),
            WorkLimitsEvidenceId = BinaryPrimitives.ReadInt64LittleEndian(block[WorkLimitsAt..]),
        };
        FactSlots.Read(block[EntriesAt..], facts._slots);
        return facts;
    }

    private static Span<FactEntry> RanksOf(ref Slots slots, FactCode code)
    {
        Span<FactEntry> all = slots;
        return all.Slice(At(code), FactSlots.Ranks);
    }

    private static int At(FactCode code) => FactSlots.Ranks * code switch
    {
        >= FactCode.Disability and <= FactCode.ParentalLeave => code - FactCode.Disability,
        FactCode.RelativesInformallyEmployed => 6,
        FactCode.PriorOffence => 7,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a fact of the person."),
    };

    [InlineArray(8 * FactSlots.Ranks)]
    private struct Slots
    {
        private FactEntry _first;
    }
}
