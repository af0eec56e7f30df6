using CsCheck;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Cases;

public class PlanRulesTests
{
    [Fact]
    public void The_federal_catalogue_can_be_used_and_survives_being_written()
    {
        PlanCatalogue.Federal.Problem().ShouldBeNull();
        PlanCatalogue.FromJson(PlanCatalogue.Federal.ToJson()).ToJson().ShouldBe(PlanCatalogue.Federal.ToJson());
    }

    /// <summary>Whoever is at high risk is proposed something.</summary>
    [Fact]
    public void Every_characteristic_has_a_set() =>
        Characteristics.Federal.Where(one => !PlanCatalogue.Federal.ProposedFor(new HashSet<int> { one.Number }).Any()).Select(one => one.Code).ShouldBeEmpty();

    /// <summary>A plan of the proposed sets takes away what activity can take away.</summary>
    [Theory]
    [InlineData(FactCode.FieldExperience)]
    [InlineData(FactCode.EmployerContact)]
    [InlineData(FactCode.JobSearchPreparation)]
    [InlineData(FactCode.CertainWorkplace)]
    public void The_set_of_an_activity_removes_it(FactCode code) =>
        PlanCatalogue.Federal.ProposedFor(new HashSet<int> { (int)code }).SelectMany(PlanCatalogue.Federal.StepsOf).ShouldContain(measure => measure.Fact == code);

    [Fact]
    public void What_cannot_be_used_is_told()
    {
        var federal = PlanCatalogue.Federal;
        var cv = federal.Find("cv")!;
        string? With(Measure measure) => (federal with { Measures = [.. federal.Measures.Select(one => one.Code == "cv" ? measure : one)] }).Problem();
        With(cv with { Title = " " })!.ShouldContain("название");
        With(cv with { Days = 0 })!.ShouldContain("Срок меры");
        With(cv with { Fact = FactCode.Disability })!.ShouldContain("подтверждать только");
        (federal with { Measures = [.. federal.Measures, cv] }).Problem()!.ShouldContain("с одним кодом");
        (federal with { Sets = [new PlanSet("x", "Цель", [], ["nothing"])] }).Problem()!.ShouldContain("ни одной меры");
        (federal with { Sets = [new PlanSet("x", "Цель", [99], ["cv"])] }).Problem()!.ShouldContain("характеристики");
    }

    [Fact]
    public void A_free_time_is_free_within_the_day_and_none_is_nearer() => Gen.Select(Gen.Int[0, 95], Gen.Int[1, 16], Gen.Select(Gen.Int[0, 95], Gen.Int[1, 16]).Array[0, 12])
        .Sample((quarter, length, others) =>
        {
            static BusyTime Time(int quarter, int quarters) => new(new TimeOnly(quarter / 4, quarter % 4 * 15), quarters * 15);
            var busy = others.Select(one => Time(one.Item1, one.Item2)).ToList();
            var wanted = Time(quarter, length);
            var free = VisitTimes.NextFree(wanted, busy);
            var candidates = Enumerable.Range(0, 96).Select(start => Time(start, length))
                .Where(time => time.Start >= Math.Max(wanted.Start, 9 * 60) && time.End <= 18 * 60 && busy.All(one => one.End <= time.Start || time.End <= one.Start)).ToList();
            return free == (candidates.Count == 0 ? null : candidates[0].From)
                && (free is null || VisitTimes.Meets(new BusyTime(free.Value, wanted.Minutes), busy) is null);
        });

    /// <summary>The effect is what the kernel says of the same masks; what a plan removes never raises anything.</summary>
    [Fact]
    public void The_effect_never_makes_it_worse_and_parts_add_up() => Gen.Select(Gen.UInt[0, 0x3FFF], Gen.UInt[0, 0x3FFF], Gen.UInt[0, 0x3FFF]).Sample((present, proved, planned) =>
    {
        var methodology = new CompiledMethodology(MethodologyParameters.Federal);
        var situation = new EnrolmentSituation(EnrolmentStatus.Studying, 2027, new PersonScope("09.02.07", EducationLevel.MidLevelSpecialist, OrganizationKind.College, "00"));
        var effect = PlanEffect.Of(present, proved, planned, false, situation, new DateOnly(2026, 11, 23), null, methodology);
        var handed = PlanEffect.Of(present, proved, planned, false, situation, new DateOnly(2026, 11, 23), effect.PriorityBefore + 3, methodology);
        return (effect.Removed | effect.Remaining) == present && (effect.Removed & effect.Remaining) == 0
            && (effect.RemovedAlready & ~effect.Removed) == 0
            && (effect.After == RiskLevel.High) == (effect.Remaining != 0)
            && (effect.PriorityAfter ?? int.MinValue) <= (effect.PriorityBefore ?? int.MinValue)
            && PlanEffect.Of(present, proved, planned, true, situation, new DateOnly(2026, 11, 23), 9, methodology).After == RiskLevel.High // the ЦК's own ones stay
            && (handed.PriorityAfter is null || handed.PriorityAfter == effect.PriorityAfter + 3);
    });
}
