namespace Marshrut.Rules.Risk;

/// <summary>
/// One statement about one fact: what, from where, recorded when, valid from and to (both inclusive, a missing bound is open).
/// Eight bytes, in memory as on disk: value, source, then three <see cref="CompactDate"/>s, little-endian. Zero is «no entry».
/// </summary>
public readonly record struct FactEntry
{
    /// <summary>How long an imported value of 11 and 12 and a profiling answer stand (R25; DOMAIN §6).</summary>
    public const int ValidityMonths = 12;

    public const int Size = sizeof(ulong);

    private readonly ulong _packed;

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a day outside <see cref="CompactDate"/>'s range.</summary>
    public FactEntry(FactValue value, FactSource source, DateOnly recordedOn, DateOnly? validFrom = null, DateOnly? validTo = null)
        : this((byte)value
            | (ulong)source << 8
            | (ulong)new CompactDate(recordedOn).Raw << 16
            | (ulong)new CompactDate(validFrom).Raw << 32
            | (ulong)new CompactDate(validTo).Raw << 48)
    {
    }

    private FactEntry(ulong packed) => _packed = packed;

    public FactValue Value => (FactValue)(byte)_packed;

    public FactSource Source => (FactSource)(byte)(_packed >> 8);

    public CompactDate RecordedOn => new((ushort)(_packed >> 16));

    public CompactDate ValidFrom => new((ushort)(_packed >> 32));

    public CompactDate ValidTo => new((ushort)(_packed >> 48));

    /// <summary>True when there is no entry at all.</summary>
    public bool IsEmpty => _packed == 0;

    internal ulong Packed => _packed;

    /// <summary>A cell of a register: valid without a beginning; 11 and 12 expire twelve months after the import (R25).</summary>
    public static FactEntry Imported(FactCode code, FactValue value, DateOnly on) =>
        new(value, FactSource.Import, on, validTo: code.Ages ? on.AddMonths(ValidityMonths) : null);

    /// <summary>Typed by a specialist, who may set the term.</summary>
    public static FactEntry ByHand(FactValue value, DateOnly on, DateOnly? validFrom = null, DateOnly? validTo = null) =>
        new(value, FactSource.Manual, on, validFrom, validTo);

    /// <summary>An answer of the person: valid from the day of the answer for twelve months (DOMAIN §6) or less.</summary>
    public static FactEntry Answered(FactValue value, DateOnly on, int months = ValidityMonths) =>
        new(value, FactSource.Profiling, on, on, on.AddMonths(months));

    /// <summary>A record in the system, e.g. attendance: valid from the day of what is recorded, without an end unless given.</summary>
    public static FactEntry Recorded(FactValue value, DateOnly on, DateOnly? validTo = null) =>
        new(value, FactSource.SystemRecord, on, on, validTo);

    /// <summary>A step that an employment centre has done with the person: valid from its day.</summary>
    public static FactEntry DoneAtCentre(FactCode code, FactValue value, DateOnly on) =>
        new(value, FactSource.CentreRecord, on, on, code.Ages ? on.AddMonths(ValidityMonths) : null);

    /// <summary>True when something is known and <paramref name="day"/> lies within the bounds.</summary>
    public bool IsValidOn(CompactDate day) =>
        Value != FactValue.Unknown && ValidFrom.Raw <= day.Raw && (ValidTo.Raw == 0 || day.Raw <= ValidTo.Raw);

    /// <summary>
    /// The same statement under a methodology's term for stated 11 and 12: an imported one lives <paramref name="months"/> from its
    /// import, one made by hand too unless its author set an end.
    /// </summary>
    internal FactEntry WithStatedTerm(int months)
    {
        if (Value == FactValue.Unknown || (Source == FactSource.Manual && ValidTo.Raw != 0))
        {
            return this;
        }

        CompactDate end = RecordedOn.Day!.Value.AddMonths(months);
        return new((_packed & 0x0000_FFFF_FFFF_FFFF) | (ulong)end.Raw << 48);
    }

    internal static FactEntry FromPacked(ulong packed) => new(packed);
}
