using CsCheck;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

/// <summary>The way out of the zone: steps for what is present and can be removed, and a promise only where it is kept.</summary>
public class WayOutTests
{
    /// <summary>For anybody by any methodology: the promise is what the kernel says of the same person without the removable bits.</summary>
    [Fact]
    public void The_promise_is_what_the_kernel_says_without_what_is_removed() =>
        Gen.Select(RiskGen.Person, RiskGen.Enrolment, RiskGen.Situation, RiskGen.Version, RiskGen.Kept).Where((_, _, _, version, _) => version.Validate().Count == 0).Sample((person, enrolment, situation, version, kept) =>
        {
            var methodology = new CompiledMethodology(version);
            var block = new EnrolmentAssessor(methodology, EmploymentField.Build([], 1, RiskGen.AsOf), RiskGen.AsOf, kept, mayUseRestricted: true).Assess(person, enrolment, situation);
            var way = WayOut.Of(block, []);
            var removed = way.Steps.Aggregate(0u, (bits, step) => bits | (1u << (step.Number - 1)));
            var after = RiskKernel.Evaluate(new PersonMask(block.Found.Present & ~removed, block.Found.Known, methodology.VariantFor(situation.Scope), RiskFlags.None), methodology);
            return way.IsHigh == (block.Outcome.Level == RiskLevel.High)
                && way.LeadsOut == (after.Level == RiskLevel.NotHigh)
                && (removed & ~(block.Found.Present & block.Enabled)) == 0
                && way.Steps.All(step => step.Number is >= 8 and <= 12);
        });

    [Fact]
    public void Nobody_is_told_to_remove_what_is_not_theirs_to_remove()
    {
        var enrolment = default(EnrolmentFacts);
        enrolment.Set(FactCode.JobSearchPreparation, FactEntry.ByHand(FactValue.No, RiskGen.AsOf));
        var person = default(PersonFacts);
        var step = Of(person, enrolment).Steps.ShouldHaveSingleItem();
        (step.Number, step.Action).ShouldBe((10, WayAction.AskForCv));
        Of(person, enrolment).LeadsOut.ShouldBeTrue();

        person.Set(FactCode.Orphan, FactEntry.ByHand(FactValue.Yes, RiskGen.AsOf));
        Of(person, enrolment).Steps.Length.ShouldBe(1);
        Of(person, enrolment).LeadsOut.ShouldBeFalse("an orphan stays an orphan: nothing is promised");
    }

    private static WayOut Of(PersonFacts person, EnrolmentFacts enrolment) => WayOut.Of(
        new EnrolmentAssessor(new CompiledMethodology(MethodologyParameters.Federal), EmploymentField.Build([], 1, RiskGen.AsOf), RiskGen.AsOf, default, false).Assess(
            person, enrolment, new EnrolmentSituation(EnrolmentStatus.Studying, 2029, new("09.02.07", EducationLevel.MidLevelSpecialist, OrganizationKind.College, "00"))),
        []);
}
