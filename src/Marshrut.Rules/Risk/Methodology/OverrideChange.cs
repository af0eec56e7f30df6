using System.Text.Json.Serialization;

namespace Marshrut.Rules.Risk;

/// <summary>What an override sets (DOMAIN §7: deviations set apart per category, programme and kind of organisation).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(EmploymentRatio), "employmentRatio")]
[JsonDerivedType(typeof(ReferenceRate), "referenceRate")]
[JsonDerivedType(typeof(MinCohort), "minCohort")]
[JsonDerivedType(typeof(Enabled), "enabled")]
[JsonDerivedType(typeof(Weight), "weight")]
public abstract record OverrideChange
{
    private OverrideChange()
    {
    }

    internal abstract void ApplyTo(ScopedParameters parameters);

    /// <summary>The ratio of characteristic 1.</summary>
    public sealed record EmploymentRatio(Rational Value) : OverrideChange
    {
        internal override void ApplyTo(ScopedParameters parameters) => parameters.EmploymentRatio = Value;
    }

    /// <summary>The general employment level of characteristic 1 set apart from the region's, a share 0–1.</summary>
    public sealed record ReferenceRate(Rational Value) : OverrideChange
    {
        internal override void ApplyTo(ScopedParameters parameters) => parameters.ReferenceRate = Value;
    }

    /// <summary>The smallest cohort of characteristic 1, graduates.</summary>
    public sealed record MinCohort(int Value) : OverrideChange
    {
        internal override void ApplyTo(ScopedParameters parameters) => parameters.MinCohort = Value;
    }

    public sealed record Enabled(int Number, bool Value) : OverrideChange
    {
        internal override void ApplyTo(ScopedParameters parameters) => parameters.Enable(Number, Value);
    }

    public sealed record Weight(int Number, int Value) : OverrideChange
    {
        internal override void ApplyTo(ScopedParameters parameters) => parameters.Weigh(Number, Value);
    }
}
