using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

/// <summary>Characteristics that an organisation adds (DOMAIN §7, R43).</summary>
public class SupplementTests
{
    private static readonly EnrolmentSituation situation = new(EnrolmentStatus.Studying, 2029, new("09.02.07", EducationLevel.MidLevelSpecialist, OrganizationKind.College, "00"));

    [Theory]
    [InlineData(2, CharacteristicState.Absent)]
    [InlineData(3, CharacteristicState.Present)]
    [InlineData(null, CharacteristicState.Unknown)]
    public void It_is_present_where_its_rule_holds_and_unknown_where_that_cannot_be_said(int? course, CharacteristicState expected) =>
        Third().StateOf(field => field == RuleFields.Course ? RuleValue.Of(course) : RuleValue.Unknown).ShouldBe(expected);

    [Fact]
    public void A_present_one_raises_the_level_by_its_weight_and_an_unknown_one_makes_it_preliminary()
    {
        var found = Assess(CharacteristicState.Present);
        (found.Outcome.Level, found.Outcome.Points).ShouldBe((RiskLevel.High, (short)4));
        var line = Explanation.Of(found, FactAccess.Ordinary, Third().Characteristic).Present.ShouldHaveSingleItem();
        (line.Characteristic.Code, line.Sentence, line.Weight).ShouldBe(("added-15", "Условие выполняется. Курс ≥ 3.", 4));

        var unsaid = Assess(CharacteristicState.Unknown);
        (unsaid.Outcome.Level, unsaid.Outcome.CountedCount).ShouldBe((RiskLevel.NotHigh, (byte)12));
        Explanation.Of(unsaid, FactAccess.Ordinary, Third().Characteristic).Unknown[^1].Sentence.ShouldBe("Для проверки условия не хватает сведений. Курс ≥ 3.");
    }

    [Fact]
    public void Bringing_one_in_keeps_the_result_of_whoever_does_not_have_it_R26()
    {
        var before = Assess(null);

        Assess(CharacteristicState.Absent).HasSameResult(before).ShouldBeTrue();
        Assess(CharacteristicState.Present).HasSameResult(before).ShouldBeFalse();
        Assess(CharacteristicState.Unknown).HasSameResult(before).ShouldBeFalse();
        Assess(CharacteristicState.Present, enabled: false).HasSameResult(before).ShouldBeTrue("what is not counted changes nothing");
    }

    [Fact]
    public void A_supplement_reads_back_as_it_was_written_and_stays_beside_the_fourteen()
    {
        var supplement = Supplement.Empty.With(Third()).With(Third(16, "другое") with { Enabled = false });

        Supplement.FromJson(supplement.ToJson()).ShouldBe(supplement);
        var parameters = supplement.AddTo(MethodologyParameters.Federal);
        parameters.Validate().ShouldBeEmpty();
        parameters.Characteristics.Select(one => one.Number).ShouldBe(Enumerable.Range(1, 16));
        supplement.AddTo(parameters).ShouldBe(parameters, "added once");
        supplement.With(Third() with { Weight = 9 }).Added.Select(one => one.Weight).ShouldBe([9, 4]);
        new[] { "added-15", "added-32", "added-14", "added-33", "added-x", "no-field-experience" }.Select(Characteristics.BitOf).ShouldBe([1u << 14, 1u << 31, 0u, 0u, 0u, 1u << 7]);
    }

    [Fact]
    public void What_cannot_be_used_is_said()
    {
        Wrong(Third() with { Title = "" }).ShouldStartWith("Назовите характеристику");
        Wrong(Third() with { ShortName = "" }).ShouldStartWith("Напишите метку");
        Wrong(Third() with { ShortName = "Нет резюме" }).ShouldContain("уже есть");
        Wrong(Third() with { Weight = 100 }).ShouldStartWith("Вес вне границ");
        Wrong(Third() with { Rule = new GroupRule(false, []) }).ShouldStartWith("Добавьте хотя бы одно условие");
        Wrong(Third() with { Rule = Rule(RuleFields.Level, RuleOperator.Is, "high") }).ShouldContain("спросить нельзя");
        Wrong(Third(16)).ShouldContain("не по порядку");
        Enumerable.Range(15, Supplement.Most + 1).Aggregate(Supplement.Empty, (all, number) => all.With(Third(number, $"метка {number}"))).Validate()[0].ShouldContain("не больше 18");
        Supplement.Empty.With(Third()).Validate().ShouldBeEmpty();

        static string Wrong(AddedCharacteristic one) => Supplement.Empty.With(one).Validate()[0];
    }

    private static GroupRule Rule(string field, RuleOperator compared, string value) => new(false, [new RuleBlock(false, [new RuleTerm(field, compared, [value])])]);

    private static AddedCharacteristic Third(int number = 15, string name = "старший курс") =>
        new(number, "Старший курс", name, Rule(RuleFields.Course, RuleOperator.AtLeast, "3"), "Курс ≥ 3", 4, Enabled: true);

    private static AssessmentBlock Assess(CharacteristicState? added, bool enabled = true)
    {
        var supplement = added is null ? Supplement.Empty : Supplement.Empty.With(Third() with { Enabled = enabled });
        var day = RiskGen.AsOf;
        return new EnrolmentAssessor(new CompiledMethodology(supplement.AddTo(MethodologyParameters.Federal)), EmploymentField.Build([], 1, day), day, default, false)
            .Assess(default, default, situation, added is { } state ? [state] : []);
    }
}
