using CsCheck;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

public class RiskKernelTests
{
    private static readonly Gen<PersonMask> AnyMask = Gen.Select(Gen.UInt[0, 0x3FFF], Gen.UInt[0, 0x3FFF], Gen.Byte[0, 15])
        .Select((present, known, flags) => new PersonMask(present & known, known, 0, (RiskFlags)flags));

    [Fact]
    public void The_kernel_says_what_a_plain_reading_of_the_rules_says() =>
        Gen.Select(RiskGen.Version, Gen.Select(AnyMask, RiskGen.Scope).Array[0, 40]).Sample((version, people) =>
        {
            var methodology = new CompiledMethodology(version);
            var masks = people.Select(p => p.Item1 with { Variant = methodology.VariantFor(p.Item2) }).ToArray();
            var outcomes = new RiskOutcome[masks.Length];

            RiskKernel.Evaluate(masks, outcomes, methodology);

            outcomes.ShouldBe(people.Select(p => PlainEvaluation.Of(version, p.Item2, p.Item1)));
        });

    [Fact]
    public void A_characteristic_that_becomes_unknown_never_raises_the_level() =>
        Gen.Select(RiskGen.Version, AnyMask, Gen.Int[0, 13], RiskGen.Scope).Sample((version, mask, bit, scope) =>
        {
            var methodology = new CompiledMethodology(version);
            var variant = methodology.VariantFor(scope);
            var before = RiskKernel.Evaluate(mask with { Variant = variant }, methodology);
            var forgotten = new PersonMask(mask.Present & ~(1u << bit), mask.Known & ~(1u << bit), variant, mask.Flags);

            ((int)RiskKernel.Evaluate(forgotten, methodology).Level).ShouldBeLessThanOrEqualTo((int)before.Level);
        });

    [Fact]
    public void Any_is_one_point_when_every_weight_is_at_least_one() =>
        AnyMask.Sample(mask =>
        {
            var any = new CompiledMethodology(MethodologyParameters.Federal);
            var onePoint = new CompiledMethodology(MethodologyParameters.Federal with { Rule = LevelRule.PointsAtLeast, Points = 1 });

            RiskKernel.Evaluate(mask, onePoint).ShouldBe(RiskKernel.Evaluate(mask, any));
        });

    [Fact]
    public void Flags_never_move_the_level() =>
        Gen.Select(RiskGen.Version, AnyMask).Sample((version, mask) =>
        {
            var methodology = new CompiledMethodology(version);

            RiskKernel.Evaluate(mask with { Flags = RiskFlags.None }, methodology).Level.ShouldBe(RiskKernel.Evaluate(mask, methodology).Level);
        });

    [Theory]
    [InlineData("8,10,11", RiskFlags.LastCourse, 7)] // 2 + 1 + 2, and 2 for the last course
    [InlineData("3", RiskFlags.None, 3)]
    [InlineData("11", RiskFlags.GraduateWithoutWork, 4)]
    [InlineData("8", RiskFlags.SignedOffer, 0)]
    [InlineData("8", RiskFlags.SignedOffer | RiskFlags.TargetContract, 0)] // one discount for both
    [InlineData("9", RiskFlags.TargetContract, -1)]
    [InlineData("", RiskFlags.LastCourse, null)] // NotHigh has none
    public void Priority_is_the_sum_of_weights_with_additions_R22(string present, RiskFlags flags, int? priority)
    {
        var mask = present.Split(',', StringSplitOptions.RemoveEmptyEntries).Aggregate(0u, (all, n) => all | 1u << (int.Parse(n) - 1));

        var outcome = RiskKernel.Evaluate(new PersonMask(mask, mask, 0, flags), new CompiledMethodology(MethodologyParameters.Federal));

        outcome.Priority.ShouldBe(priority);
        outcome.SortPriority.ShouldBe(priority ?? RiskOutcome.NoPriority);
    }

    [Fact]
    public void Points_at_least_N_wants_the_weights_and_not_the_additions()
    {
        var methodology = new CompiledMethodology(MethodologyParameters.Federal with { Rule = LevelRule.PointsAtLeast, Points = 3 });

        RiskKernel.Evaluate(new PersonMask(1 << 7, 1 << 7, 0, RiskFlags.LastCourse), methodology).Level.ShouldBe(RiskLevel.NotHigh);
        RiskKernel.Evaluate(new PersonMask(3 << 7, 3 << 7, 0, RiskFlags.None), methodology).Level.ShouldBe(RiskLevel.High);
    }

    [Fact]
    public void Completeness_leaves_out_4_13_and_14_R19()
    {
        var methodology = new CompiledMethodology(MethodologyParameters.Federal);
        const uint AllBut4And13And14 = 0b00_1111_1111_0111;

        var outcome = RiskKernel.Evaluate(new PersonMask(0, AllBut4And13And14, 0, RiskFlags.None), methodology);
        outcome.CountedCount.ShouldBe((byte)11);
        outcome.IsComplete.ShouldBeTrue();
        outcome.IsPreliminary.ShouldBeFalse();

        RiskKernel.Evaluate(new PersonMask(0, 0x3FFF, 0, RiskFlags.None), methodology).ShouldBe(outcome);
        RiskKernel.Evaluate(new PersonMask(0, AllBut4And13And14 & ~1u, 0, RiskFlags.None), methodology).IsPreliminary.ShouldBeTrue();
        RiskKernel.Evaluate(new PersonMask(4, AllBut4And13And14 & ~1u, 0, RiskFlags.None), methodology).IsPreliminary.ShouldBeFalse();
    }

    [Fact]
    public void A_disabled_characteristic_moves_nothing()
    {
        var version = MethodologyParameters.Federal with
        {
            Characteristics = [.. MethodologyParameters.Federal.Characteristics.Select(c => c with { Enabled = c.Number != 11 })],
        };

        var outcome = RiskKernel.Evaluate(new PersonMask(1 << 10, 1 << 10, 0, RiskFlags.None), new CompiledMethodology(version));

        outcome.ShouldBe(new RiskOutcome(RiskLevel.NotHigh, 0, 10, 0, 0));
    }

    [Fact]
    public void Added_characteristics_weigh_like_the_fourteen_R43()
    {
        var version = MethodologyParameters.Federal with
        {
            Characteristics =
            [
                .. MethodologyParameters.Federal.Characteristics,
                .. Enumerable.Range(15, 18).Select(n => new CharacteristicParameters(n, Enabled: true, Weight: n)),
            ],
        };
        const uint Mask = 1u | 1u << 14 | 1u << 31;

        RiskKernel.Evaluate(new PersonMask(Mask, Mask, 0, RiskFlags.None), new CompiledMethodology(version)).Points.ShouldBe((short)(2 + 15 + 32));
    }

    [Fact]
    public void A_hundred_thousand_people_allocate_nothing()
    {
        var methodology = new CompiledMethodology(MethodologyParameters.Federal);
        var people = new PersonMask[100_000];
        var outcomes = new RiskOutcome[people.Length];
        RiskKernel.Evaluate(people, outcomes, methodology);

        var before = GC.GetAllocatedBytesForCurrentThread();
        RiskKernel.Evaluate(people, outcomes, methodology);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void People_and_outcomes_must_match_in_number() =>
        Should.Throw<ArgumentException>(() => RiskKernel.Evaluate(new PersonMask[2], new RiskOutcome[1], new CompiledMethodology(MethodologyParameters.Federal)));
}
