namespace Marshrut.Rules.Risk;

/// <summary>
/// A day, or none, in two bytes: days since 31.12.1949, so 01.01.1950 – 05.06.2129. Zero is «no date», which makes zeroed storage
/// mean «nothing known».
/// </summary>
public readonly record struct CompactDate(ushort Raw) : IComparable<CompactDate>
{
    private static readonly int Epoch = new DateOnly(1949, 12, 31).DayNumber;

    public static readonly DateOnly Earliest = DateOnly.FromDayNumber(Epoch + 1);
    public static readonly DateOnly Latest = DateOnly.FromDayNumber(Epoch + ushort.MaxValue);

    /// <summary>Packs a day; throws <see cref="ArgumentOutOfRangeException"/> outside <see cref="Earliest"/>–<see cref="Latest"/>.</summary>
    public CompactDate(DateOnly? day)
        : this(day is { } known ? Pack(known) : (ushort)0)
    {
    }

    public DateOnly? Day => Raw == 0 ? null : DateOnly.FromDayNumber(Epoch + Raw);

    public static implicit operator CompactDate(DateOnly? day) => new(day);

    public static implicit operator CompactDate(DateOnly day) => new(Pack(day));

    public int CompareTo(CompactDate other) => Raw.CompareTo(other.Raw);

    private static ushort Pack(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, Latest);
        return (ushort)(day.DayNumber - Epoch);
    }
}
