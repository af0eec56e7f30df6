using CsCheck;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

public class MethodologyTests
{
    private static readonly MethodologyParameters Federal = MethodologyParameters.Federal;
    private static readonly PersonScope Scope = new("09.02.07", EducationLevel.MidLevelSpecialist, OrganizationKind.College, "00");

    [Fact]
    public void The_federal_version_has_the_defaults_of_the_domain()
    {
        Federal.Rule.ShouldBe(LevelRule.Any);
        Federal.EmploymentRatio.ShouldBe(new Rational(2));
        (Federal.MinCohort, Federal.Horizon).ShouldBe((10, 1));
        (Federal.LastCourseBonus, Federal.GraduateWithoutWorkBonus, Federal.OfferDiscount).ShouldBe((2, 2, 2));
        Federal.StatedValidityMonths.ShouldBe(12);
        Federal.Characteristics.Select(c => c.Weight).ShouldBe([2, 3, 3, 1, 2, 3, 2, 2, 1, 1, 2, 1, 1, 3]); // R22
        Federal.Characteristics.Where(c => c.Records == RecordsRule.WhenRecordsKept).Select(c => c.Number).ShouldBe([8, 9, 10]); // R24
        Federal.Validate().ShouldBeEmpty();
    }

    [Fact]
    public void A_version_survives_its_json_and_equal_versions_give_equal_text() =>
        RiskGen.Version.Sample(version =>
        {
            var again = MethodologyParameters.FromJson(version.ToJson());

            again.ShouldBe(version);
            again.ToJson().ShouldBe(version.ToJson());
        });

    [Fact]
    public void The_json_is_what_older_programs_wrote()
    {
        const string Written = """
            {"rule":"pointsAtLeast","points":4,"characteristics":[],"employmentRatio":"8/5","minCohort":12,"horizon":2,
             "lastCourseBonus":1,"graduateWithoutWorkBonus":3,"offerDiscount":0,"statedValidityMonths":6,
             "overrides":[{"scope":{"programmeCode":"09.02.07","by":"programme"},"change":{"value":"1/2","what":"referenceRate"},
              "reason":"Причина","document":"Документ","date":"2026-09-01","author":"a"}]}
            """;

        var version = MethodologyParameters.FromJson(Written);

        version.Rule.ShouldBe(LevelRule.PointsAtLeast);
        version.EmploymentRatio.ShouldBe(new Rational(8, 5));
        version.Overrides.Single().Scope.ShouldBe(new OverrideScope.OfProgramme("09.02.07"));
        version.Overrides.Single().Change.ShouldBe(new OverrideChange.ReferenceRate(new Rational(1, 2)));
    }

    [Fact]
    public void The_narrower_scope_wins_and_of_one_scope_the_later_date_R43()
    {
        var day = RiskGen.AsOf;
        var byProgramme = Weight(new OverrideScope.OfProgramme("09.02.07"), 5, day.AddYears(-3));
        var version = Federal with
        {
            Overrides =
            [
                byProgramme,
                Weight(new OverrideScope.OfCategory(EducationLevel.MidLevelSpecialist), 6, day),
                Weight(new OverrideScope.OfKind(OrganizationKind.College), 8, day),
                Weight(new OverrideScope.OfKind(OrganizationKind.College), 7, day.AddDays(-1)),
                Weight(new OverrideScope.OfRegion("00"), 9, day),
            ],
        };

        WeightOf11(version, Scope).ShouldBe(5);
        WeightOf11(version, Scope with { ProgrammeCode = "54.02.01" }).ShouldBe(6);
        WeightOf11(version, Scope with { ProgrammeCode = "54.02.01", Category = EducationLevel.SkilledWorker }).ShouldBe(8);
        WeightOf11(version, new("54.02.01", EducationLevel.Bachelor, OrganizationKind.University, "00")).ShouldBe(9);
        WeightOf11(version, new("54.02.01", EducationLevel.Bachelor, OrganizationKind.University, "77")).ShouldBe(2);
    }

    [Fact]
    public void Compiled_scopes_are_the_same_as_those_worked_out_one_by_one() =>
        Gen.Select(RiskGen.Version, RiskGen.Scope).Sample((version, scope) =>
        {
            var compiled = new CompiledMethodology(version).ParametersFor(scope);
            var direct = version.For(scope);

            (compiled.Enabled, compiled.EmploymentRatio, compiled.ReferenceRate, compiled.MinCohort)
                .ShouldBe((direct.Enabled, direct.EmploymentRatio, direct.ReferenceRate, direct.MinCohort));
            compiled.Weights.ToArray().ShouldBe(direct.Weights.ToArray());
        });

    public static TheoryData<MethodologyParameters, string> Unsound => new()
    {
        { Federal with { Rule = LevelRule.PointsAtLeast, Points = 0 }, "Порог баллов вне границ. Укажите число от 1 до 999." },
        { Federal with { EmploymentRatio = default }, "Множитель к доле занятых равен нулю. Укажите число больше нуля, обычно 2." },
        { Federal with { MinCohort = 0 }, "Наименьший выпуск вне границ. Укажите число от 1 до 1000, обычно 10." },
        { Federal with { Horizon = 11 }, "Горизонт статистики вне границ. Укажите число лет от 0 до 10, обычно 1." },
        { Federal with { OfferDiscount = -1 }, "Прибавка или скидка приоритета вне границ. Укажите число от 0 до 99." },
        { Federal with { StatedValidityMonths = 0 }, "Срок действия сведений о работе вне границ. Укажите число месяцев от 1 до 120, обычно 12." },
        { Federal with { Characteristics = [.. Federal.Characteristics.Skip(1)] }, "Список характеристик неполный или идёт не по порядку. Верните все четырнадцать; добавленные идут с № 15, всего их не больше 18." },
        { Federal with { Characteristics = [.. Federal.Characteristics.Select(c => c with { Enabled = false })] }, "Выключены все характеристики: уровень было бы не из чего определить. Включите хотя бы одну." },
        { Federal with { Characteristics = Federal.Characteristics.SetItem(2, new(3, true, 100)) }, "Вес характеристики № 3 вне границ. Укажите число от 0 до 99." },
        { Federal with { Characteristics = Federal.Characteristics.SetItem(2, new(3, true, 1, RecordsRule.Never)) }, "Правило о записях задано для характеристики № 3. Оно бывает только у № 8, 9 и 10: уберите его." },
        { Overridden(new OverrideChange.EmploymentRatio(default)), "Особое значение 1: множитель равен нулю. Укажите число больше нуля." },
        { Overridden(new OverrideChange.ReferenceRate(new Rational(3, 2))), "Особое значение 1: общий уровень занятости вне границ. Укажите долю больше 0 и не больше 100 %." },
        { Overridden(new OverrideChange.MinCohort(0)), "Особое значение 1: наименьший выпуск вне границ. Укажите число от 1 до 1000." },
        { Overridden(new OverrideChange.Weight(11, 100)), "Особое значение 1: вес вне границ. Укажите число от 0 до 99." },
        { Overridden(new OverrideChange.Weight(15, 1)), "Особое значение 1: такой характеристики в методике нет. Выберите другую." },
        { Overridden(new OverrideChange.Enabled(0, true)), "Особое значение 1: такой характеристики в методике нет. Выберите другую." },
        { Overridden(new OverrideChange.MinCohort(5), reason: " "), "У особого значения 1 не хватает причины, документа или автора. Заполните все три." },
    };

    [Theory]
    [MemberData(nameof(Unsound), DisableDiscoveryEnumeration = true)]
    public void What_stands_in_the_way_is_said_in_a_sentence(MethodologyParameters version, string sentence)
    {
        version.Validate().ShouldBe([sentence]);
        Should.Throw<ArgumentException>(() => new CompiledMethodology(version)).Message.ShouldStartWith(sentence);
    }

    [Theory]
    [InlineData("2", 2, 1, "2")]
    [InlineData("1,6", 8, 5, "1,6")]
    [InlineData("1.60", 8, 5, "1,6")]
    [InlineData("4/3", 4, 3, "4/3")]
    [InlineData("0,05", 1, 20, "0,05")]
    [InlineData("1,0625", 17, 16, "1,0625")]
    public void A_ratio_is_read_and_written_exactly(string text, long numerator, long denominator, string written)
    {
        Rational.TryParse(text, out var value).ShouldBeTrue();

        (value.Numerator, value.Denominator).ShouldBe((numerator, denominator));
        value.ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("два")]
    [InlineData("1/0")]
    [InlineData("1,2,3")]
    [InlineData("1,")]
    [InlineData("1000001")]
    [InlineData("0,1234567")]
    [InlineData("99999999999999999999")]
    public void What_is_not_a_ratio_is_not_read(string? text) => Rational.TryParse(text, out _).ShouldBeFalse();

    private static int WeightOf11(MethodologyParameters version, PersonScope scope) => version.For(scope).Weights[10];

    private static MethodologyOverride Weight(OverrideScope scope, int weight, DateOnly date) =>
        new(scope, new OverrideChange.Weight(11, weight), "Причина", "Документ", date, "author");

    private static MethodologyParameters Overridden(OverrideChange change, string reason = "Причина") => Federal with
    {
        Overrides = [new(new OverrideScope.OfRegion("00"), change, reason, "Документ", RiskGen.AsOf, "author")],
    };
}
