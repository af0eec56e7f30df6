namespace Marshrut.Rules.Risk;

/// <summary>
/// The evidence of one state: code and arguments in eight bytes, so that a million explanations stay small (R44). Zero means «nothing
/// is known». The numbers of characteristic 1 stand apart, in <see cref="FieldEmployment"/>.
/// </summary>
public readonly record struct StateEvidence
{
    public const int Size = sizeof(ulong);

    private StateEvidence(ulong packed) => Packed = packed;

    /// <param name="code">What the state rests on.</param>
    /// <param name="source">Where the statement came from.</param>
    /// <param name="value">What it says.</param>
    /// <param name="date">When it was recorded.</param>
    /// <param name="until">Through which day it is valid.</param>
    public StateEvidence(
        EvidenceCode code, FactSource source = FactSource.None, FactValue value = FactValue.Unknown, CompactDate date = default, CompactDate until = default)
        : this((byte)code | (ulong)source << 8 | (ulong)value << 16 | (ulong)date.Raw << 32 | (ulong)until.Raw << 48)
    {
    }

    public EvidenceCode Code => (EvidenceCode)(byte)Packed;

    public FactSource Source => (FactSource)(byte)(Packed >> 8);

    public FactValue Value => (FactValue)(byte)(Packed >> 16);

    public CompactDate Date => new((ushort)(Packed >> 32));

    public CompactDate Until => new((ushort)(Packed >> 48));

    internal ulong Packed { get; }

    internal static StateEvidence FromPacked(ulong packed) => new(packed);

    internal static StateEvidence Of(EvidenceCode code, FactEntry entry) => new(code, entry.Source, entry.Value, entry.RecordedOn, entry.ValidTo);
}
