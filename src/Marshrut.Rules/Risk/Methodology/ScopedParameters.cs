namespace Marshrut.Rules.Risk;

/// <summary>
/// The parameters in force for one scope: those of the version with the overrides that cover the scope laid over them (R43). Filled
/// once by <see cref="MethodologyParameters.For"/>, read-only afterwards.
/// </summary>
public sealed class ScopedParameters
{
    private readonly byte[] _weights = new byte[Characteristics.Capacity];

    internal ScopedParameters(MethodologyParameters version)
    {
        EmploymentRatio = version.EmploymentRatio;
        MinCohort = version.MinCohort;
        foreach (var characteristic in version.Characteristics)
        {
            Enable(characteristic.Number, characteristic.Enabled);
            Weigh(characteristic.Number, characteristic.Weight);
        }
    }

    /// <summary>Ratio of characteristic 1.</summary>
    public Rational EmploymentRatio { get; internal set; }

    /// <summary>The general employment level where it is set apart from the region's; null means the region's.</summary>
    public Rational? ReferenceRate { get; internal set; }

    /// <summary>Smallest cohort of characteristic 1, graduates.</summary>
    public int MinCohort { get; internal set; }

    /// <summary>Mask of the enabled characteristics.</summary>
    public uint Enabled { get; private set; }

    /// <summary>Weights by <c>Number − 1</c>.</summary>
    public ReadOnlySpan<byte> Weights => _weights;

    internal void Enable(int number, bool value) =>
        Enabled = value ? Enabled | 1u << (number - 1) : Enabled & ~(1u << (number - 1));

    internal void Weigh(int number, int weight) => _weights[number - 1] = checked((byte)weight);
}
