using System.Numerics;

namespace Marshrut.Rules.Risk;

/// <summary>
/// Level, priority and completeness of people by their masks (DOMAIN §7, R19, R22): a pass over plain structs that allocates nothing,
/// the same for one person on a card and for ten million in a sandbox.
/// </summary>
public static class RiskKernel
{
    /// <summary>
    /// Fills <paramref name="outcomes"/> by position. Throws <see cref="ArgumentException"/> when the lengths differ and
    /// <see cref="IndexOutOfRangeException"/> for a variant of another methodology.
    /// </summary>
    public static void Evaluate(ReadOnlySpan<PersonMask> people, Span<RiskOutcome> outcomes, CompiledMethodology methodology)
    {
        if (people.Length != outcomes.Length)
        {
            throw new ArgumentException("People and outcomes differ in number.", nameof(outcomes));
        }

        // What Points ≥ threshold asks; under Any a present one is enough, whatever it weighs.
        var threshold = methodology.Version.Rule == LevelRule.Any ? int.MaxValue : methodology.Version.Points;
        var anyIsEnough = methodology.Version.Rule == LevelRule.Any;
        var variants = methodology.Variants;
        var bonuses = methodology.Bonuses;
        for (var i = 0; i < people.Length; i++)
        {
            ref readonly var person = ref people[i];
            var variant = variants[person.Variant];
            var present = person.Present & variant.Enabled;
            var points = variant.PointsOf(present);
            var high = (anyIsEnough && present != 0) || points >= threshold;
            outcomes[i] = new RiskOutcome(
                high ? RiskLevel.High : RiskLevel.NotHigh,
                (byte)BitOperations.PopCount(person.Known & variant.Counted),
                variant.CountedCount,
                (short)points,
                high ? (short)(points + bonuses[(int)person.Flags]) : (short)0);
        }
    }

    /// <summary>The outcome of one person.</summary>
    public static RiskOutcome Evaluate(PersonMask person, CompiledMethodology methodology)
    {
        RiskOutcome outcome = default;
        Evaluate(new ReadOnlySpan<PersonMask>(in person), new Span<RiskOutcome>(ref outcome), methodology);
        return outcome;
    }
}
