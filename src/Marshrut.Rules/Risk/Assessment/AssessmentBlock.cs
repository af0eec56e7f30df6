using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Marshrut.Rules.People;

namespace Marshrut.Rules.Risk;

/// <summary>
/// Everything one assessment stores beside its plain level, priority and completeness: states, evidence, weights and the numbers of
/// characteristic 1 (R27, R44). With the texts of <see cref="TemplateVersion"/> it alone yields the explanation, for ever. Written in
/// <see cref="Size"/> bytes whatever it holds, to be sealed by the caller; same facts, version and day give the same bytes.
/// </summary>
public struct AssessmentBlock
{
    /// <summary>Bytes written and read.</summary>
    public const int Size = 384;

    private const byte FormatVersion = 1;
    private const int FieldAt = 40;
    private const int WeightsAt = 96;
    private const int EvidenceAt = WeightsAt + Characteristics.Capacity;

    private ResolvedCharacteristics _found;
    private readonly WeightList _weights;

    /// <summary>A block for an enrolment under the parameters in force for it; the weights are copied from them.</summary>
    public AssessmentBlock(ScopedParameters parameters)
    {
        Enabled = parameters.Enabled;
        parameters.Weights.CopyTo(_weights);
    }

    private AssessmentBlock(uint enabled, ReadOnlySpan<byte> weights)
    {
        Enabled = enabled;
        weights.CopyTo(_weights);
    }

    /// <summary>Which immutable texts explain this block (R44).</summary>
    public byte TemplateVersion { get; init; }

    public DateOnly AsOf { get; init; }

    public LevelRule Rule { get; init; }

    /// <summary>The threshold under <see cref="LevelRule.PointsAtLeast"/>.</summary>
    public short Threshold { get; init; }

    public RiskOutcome Outcome { get; init; }

    public RiskFlags Flags { get; init; }

    /// <summary>The level of education the overrides were chosen by.</summary>
    public EducationLevel Category { get; init; }

    /// <summary>Mask of the characteristics that the version enables for this enrolment.</summary>
    public uint Enabled { get; }

    /// <summary>The terms of the priority besides weights, as the version sets them.</summary>
    public byte LastCourseBonus { get; init; }

    public byte GraduateWithoutWorkBonus { get; init; }

    public byte OfferDiscount { get; init; }

    /// <summary>The numbers behind characteristic 1.</summary>
    public FieldEmployment Field { get; init; }

    /// <summary>States and evidence; disabled characteristics are there, too, and do not count.</summary>
    public ResolvedCharacteristics Found { readonly get => _found; init => _found = value; }

    /// <summary>The weight of a characteristic when the block was made.</summary>
    public readonly int WeightOf(int number) => _weights[number - 1];

    /// <summary>
    /// Whether the result is the same one: level, priority, what is present and what is not known, of that which counts. An equal result keeps a confirmation,
    /// a changed one is a new proposal (R26); a characteristic that another version brings in or leaves out and that this person does not have changes nothing.
    /// </summary>
    public readonly bool HasSameResult(in AssessmentBlock other) =>
        (Outcome.Level, Outcome.Points, Outcome.HighPriority) == (other.Outcome.Level, other.Outcome.Points, other.Outcome.HighPriority)
        && (_found.Present & Enabled) == (other._found.Present & other.Enabled)
        && (~_found.Known & Enabled) == (~other._found.Known & other.Enabled);

    /// <summary>Writes <see cref="Size"/> bytes; throws when <paramref name="destination"/> is shorter.</summary>
    public readonly void WriteTo(Span<byte> destination)
    {
        var block = destination[..Size];
        block.Clear();
        block[0] = FormatVersion;
        block[1] = TemplateVersion;
        block[2] = (byte)Rule;
        block[3] = (byte)Outcome.Level;
        block[4] = (byte)Flags;
        block[5] = Outcome.KnownCount;
        block[6] = Outcome.CountedCount;
        block[7] = (byte)Category;
        BinaryPrimitives.WriteUInt16LittleEndian(block[8..], new CompactDate(AsOf).Raw);
        BinaryPrimitives.WriteInt16LittleEndian(block[10..], Threshold);
        BinaryPrimitives.WriteInt16LittleEndian(block[12..], Outcome.Points);
        BinaryPrimitives.WriteInt16LittleEndian(block[14..], Outcome.HighPriority);
        BinaryPrimitives.WriteUInt32LittleEndian(block[16..], _found.Present);
        BinaryPrimitives.WriteUInt32LittleEndian(block[20..], _found.Known);
        BinaryPrimitives.WriteUInt32LittleEndian(block[24..], Enabled);
        block[28] = LastCourseBonus;
        block[29] = GraduateWithoutWorkBonus;
        block[30] = OfferDiscount;
        WriteField(block[FieldAt..WeightsAt], Field);
        ((ReadOnlySpan<byte>)_weights).CopyTo(block[WeightsAt..EvidenceAt]);
        for (var number = 1; number <= Characteristics.Capacity; number++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(block[(EvidenceAt + ((number - 1) * StateEvidence.Size))..], _found.EvidenceOf(number).Packed);
        }
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote; throws <see cref="InvalidDataException"/> for a version it does not know.</summary>
    public static AssessmentBlock ReadFrom(ReadOnlySpan<byte> source)
    {
        var block = source[..Size];
        if (block[0] != FormatVersion)
        {
            throw new InvalidDataException($"Assessment block of format {block[0]}.");
        }

        return new AssessmentBlock(BinaryPrimitives.ReadUInt32LittleEndian(block[24..]), block[WeightsAt..EvidenceAt])
        {
            TemplateVersion = block[1],
            Rule = (LevelRule)block[2],
            Flags = (RiskFlags)block[4],
            Category = (EducationLevel)block[7],
            AsOf = new CompactDate(BinaryPrimitives.ReadUInt16LittleEndian(block[8..])).Day
                ?? throw new InvalidDataException("Assessment block without a day."),
            Threshold = BinaryPrimitives.ReadInt16LittleEndian(block[10..]),
            Outcome = new RiskOutcome(
                (RiskLevel)block[3],
                block[5],
                block[6],
                BinaryPrimitives.ReadInt16LittleEndian(block[12..]),
                BinaryPrimitives.ReadInt16LittleEndian(block[14..])),
            LastCourseBonus = block[28],
            GraduateWithoutWorkBonus = block[29],
            OfferDiscount = block[30],
            Field = ReadField(block[FieldAt..WeightsAt]),
            Found = ReadFound(block),
        };
    }

    private static ResolvedCharacteristics ReadFound(ReadOnlySpan<byte> block)
    {
        var present = BinaryPrimitives.ReadUInt32LittleEndian(block[16..]);
        var known = BinaryPrimitives.ReadUInt32LittleEndian(block[20..]);
        var found = new ResolvedCharacteristics();
        for (var number = 1; number <= Characteristics.Capacity; number++)
        {
            var packed = BinaryPrimitives.ReadUInt64LittleEndian(block[(EvidenceAt + ((number - 1) * StateEvidence.Size))..]);
            found.Set(number, ResolvedCharacteristics.StateIn(present, known, number), StateEvidence.FromPacked(packed));
        }

        return found;
    }

    private static void WriteField(Span<byte> part, in FieldEmployment field)
    {
        part[0] = (byte)field.Finding;
        part[1] = (byte)field.Horizon;
        BinaryPrimitives.WriteUInt16LittleEndian(part[2..], (ushort)field.CohortYear);
        BinaryPrimitives.WriteUInt32LittleEndian(part[4..], field.ProgrammeGraduates);
        BinaryPrimitives.WriteUInt32LittleEndian(part[8..], field.ProgrammeEmployed);
        BinaryPrimitives.WriteUInt32LittleEndian(part[12..], field.ReferenceGraduates);
        BinaryPrimitives.WriteUInt32LittleEndian(part[16..], field.ReferenceEmployed);
        BinaryPrimitives.WriteUInt32LittleEndian(part[20..], (uint)field.Ratio.Numerator);
        BinaryPrimitives.WriteUInt32LittleEndian(part[24..], (uint)field.Ratio.Denominator);
        BinaryPrimitives.WriteUInt16LittleEndian(part[28..], (ushort)field.MinCohort);
        BinaryPrimitives.WriteUInt16LittleEndian(part[30..], field.ImportedOn.Raw);
        part[32] = field.ReferenceSetApart ? (byte)1 : (byte)0;
    }

    private static FieldEmployment ReadField(ReadOnlySpan<byte> part) => new()
    {
        Finding = (EvidenceCode)part[0],
        Horizon = part[1],
        CohortYear = BinaryPrimitives.ReadUInt16LittleEndian(part[2..]),
        ProgrammeGraduates = BinaryPrimitives.ReadUInt32LittleEndian(part[4..]),
        ProgrammeEmployed = BinaryPrimitives.ReadUInt32LittleEndian(part[8..]),
        ReferenceGraduates = BinaryPrimitives.ReadUInt32LittleEndian(part[12..]),
        ReferenceEmployed = BinaryPrimitives.ReadUInt32LittleEndian(part[16..]),
        Ratio = new Rational(BinaryPrimitives.ReadUInt32LittleEndian(part[20..]), BinaryPrimitives.ReadUInt32LittleEndian(part[24..])),
        MinCohort = BinaryPrimitives.ReadUInt16LittleEndian(part[28..]),
        ImportedOn = new CompactDate(BinaryPrimitives.ReadUInt16LittleEndian(part[30..])),
        ReferenceSetApart = part[32] != 0,
    };

    [InlineArray(Characteristics.Capacity)]
    private struct WeightList
    {
        private byte _first;
    }
}
