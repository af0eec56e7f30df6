using CsCheck;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

public class EmploymentFieldTests
{
    private const string Design = "54.02.01";
    private const string Cooking = "43.02.15";

    private static readonly DateOnly Day = RiskGen.AsOf;
    private static readonly PersonScope Scope = new(Design, EducationLevel.MidLevelSpecialist, OrganizationKind.College, "00");

    // The region: 180 + 20 graduates, so that the programme's own people belong to the region's rate, too (R23).
    [Theory]
    [InlineData(20, 4, 160, 76, EvidenceCode.StatisticsLow)] // 20 % × 2 = 40 % ≤ 80/180 = 44,4 %
    [InlineData(20, 5, 80, 45, EvidenceCode.StatisticsLow)] // 25 % × 2 = 50 % = 50/100: equality counts
    [InlineData(20, 5, 80, 44, EvidenceCode.StatisticsNotLow)] // 50 % > 49 %
    [InlineData(20, 0, 80, 40, EvidenceCode.StatisticsLow)]
    [InlineData(10, 1, 90, 49, EvidenceCode.StatisticsLow)] // exactly the smallest cohort
    [InlineData(9, 0, 90, 50, EvidenceCode.StatisticsSmallCohort)]
    [InlineData(20, 0, 80, 0, EvidenceCode.StatisticsNobodyEmployed)]
    [InlineData(0, 0, 80, 40, EvidenceCode.StatisticsNoProgramme)]
    public void The_programme_is_compared_with_the_region_in_exact_integers_R23(
        int graduates, int employed, int otherGraduates, int otherEmployed, EvidenceCode finding) =>
        Find([new(2025, 1, Design, graduates, employed), new(2025, 1, Cooking, otherGraduates, otherEmployed)]).Finding.ShouldBe(finding);

    [Fact]
    public void Rows_of_all_organisations_are_summed()
    {
        var found = Find([new(2025, 1, Design, 6, 1), new(2025, 1, Design, 7, 2), new(2025, 1, Cooking, 100, 70)]);

        (found.ProgrammeGraduates, found.ProgrammeEmployed).ShouldBe((13u, 3u));
        (found.ReferenceGraduates, found.ReferenceEmployed).ShouldBe((113u, 73u));
        found.State.ShouldBe(CharacteristicState.Present);
    }

    [Fact]
    public void The_latest_cohort_year_not_after_the_day_is_taken()
    {
        var found = Find([new(2024, 1, Design, 50, 1), new(2026, 1, Design, 50, 2), new(2027, 1, Design, 50, 3)]);

        (found.CohortYear, found.ProgrammeEmployed).ShouldBe((2026, 2u));
    }

    [Fact]
    public void The_horizon_asked_for_is_taken_and_without_it_the_largest_of_that_year()
    {
        Find([new(2025, 0, Design, 50, 1), new(2025, 1, Design, 50, 2), new(2025, 2, Design, 50, 3)]).Horizon.ShouldBe(1);
        Find([new(2025, 0, Design, 50, 1), new(2025, 2, Design, 50, 3), new(2024, 1, Design, 50, 2)]).Horizon.ShouldBe(2);
    }

    [Fact]
    public void A_programme_that_the_pair_lacks_is_not_looked_for_in_older_years()
    {
        var found = Find([new(2024, 1, Design, 50, 1), new(2025, 1, Cooking, 50, 40)]);

        found.Finding.ShouldBe(EvidenceCode.StatisticsNoProgramme);
        found.State.ShouldBe(CharacteristicState.Unknown);
    }

    [Fact]
    public void A_small_cohort_does_not_fall_back_to_an_older_one() =>
        Find([new(2024, 1, Design, 50, 1), new(2025, 1, Design, 5, 1), new(2025, 1, Cooking, 50, 40)]).Finding.ShouldBe(EvidenceCode.StatisticsSmallCohort);

    [Fact]
    public void Without_statistics_nothing_is_said()
    {
        Find([]).Finding.ShouldBe(EvidenceCode.StatisticsNone);
        Find([new(2027, 1, Design, 50, 1)]).Finding.ShouldBe(EvidenceCode.StatisticsNone);
    }

    [Fact]
    public void A_code_is_matched_exactly() =>
        Find([new(2025, 1, "54.02.02", 50, 1), new(2025, 1, Cooking, 50, 40)]).Finding.ShouldBe(EvidenceCode.StatisticsNoProgramme);

    [Fact]
    public void Ratio_cohort_and_general_level_may_be_set_apart_R43()
    {
        StatisticsRow[] rows = [new(2025, 1, Design, 20, 5), new(2025, 1, Cooking, 80, 55)]; // 25 % against 60 %
        Find(rows).Finding.ShouldBe(EvidenceCode.StatisticsLow);
        Find(rows, new OverrideChange.EmploymentRatio(new Rational(5, 2))).Finding.ShouldBe(EvidenceCode.StatisticsNotLow); // 62,5 %
        Find(rows, new OverrideChange.MinCohort(21)).Finding.ShouldBe(EvidenceCode.StatisticsSmallCohort);

        var apart = Find(rows, new OverrideChange.ReferenceRate(new Rational(49, 100)));
        apart.Finding.ShouldBe(EvidenceCode.StatisticsNotLow); // 50 % > 49 %
        apart.ReferenceSetApart.ShouldBeTrue();
    }

    [Fact]
    public void Exact_integers_and_exact_fractions_agree() =>
        Gen.Select(Gen.Int[10, 1_000_000], Gen.Int[0, 100], Gen.Int[1, 100_000_000], Gen.Int[1, 100], Gen.Int[1, 1000]).Sample((graduates, percent, others, otherPercent, ratio) =>
        {
            var employed = (int)((long)graduates * percent / 100);
            var otherEmployed = (int)((long)others * otherPercent / 100);
            var found = Find(
                [new(2025, 1, Design, graduates, employed), new(2025, 1, Cooking, others, otherEmployed)],
                new OverrideChange.EmploymentRatio(new Rational(ratio, 100)));
            if (employed + otherEmployed == 0)
            {
                return;
            }

            // decimal carries 28 digits: the products here need at most 24.
            var low = (decimal)employed * ratio * (graduates + (decimal)others) <= ((decimal)employed + otherEmployed) * graduates * 100m;
            (found.State == CharacteristicState.Present).ShouldBe(low);
        });

    private static FieldEmployment Find(StatisticsRow[] rows, OverrideChange? change = null)
    {
        var version = MethodologyParameters.Federal;
        if (change is not null)
        {
            version = version with { Overrides = [new(new OverrideScope.OfProgramme(Design), change, "Причина", "Документ", Day, "author")] };
        }

        return EmploymentField.Build(rows, version.Horizon, Day).Find(Design, version.For(Scope));
    }
}
