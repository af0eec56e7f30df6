using System.Text;
using CsCheck;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

public class ExplanationTests
{
    private const FactAccess Everything = FactAccess.Special | FactAccess.Restricted;

    private static readonly DateOnly Day = RiskGen.AsOf;
    private static readonly EnrolmentSituation Situation = new(
        EnrolmentStatus.Studying, 2027, new("38.02.01", EducationLevel.MidLevelSpecialist, OrganizationKind.College, "00"));

    [Fact]
    public Task The_words_of_version_1_are_the_approved_ones_R44() => ApprovedFile.Check("docs/risk-explanations.approved.md", Document());

    [Fact]
    public void Characteristic_1_shows_its_numbers()
    {
        var block = Assess(default, default, [new(2025, 1, "38.02.01", 180, 83, new DateOnly(2026, 10, 1)), new(2025, 1, "09.02.07", 1000, 652)]);

        var line = Explanation.Line(block, Characteristics.Get(1));

        line.Sentence.ShouldBe("Работают 46,1\u00A0% × 2 = 92,2\u00A0%: больше, чем 62,3\u00A0% по региону (выпуск 2025, горизонт 1\u00A0год; 83 из 180).");
        line.Evidence.ShouldEndWith(" Статистика, 01.10.2026");
    }

    [Fact]
    public void Rates_that_would_look_equal_get_the_decimals_that_tell_them_apart()
    {
        var block = Assess(default, default, [new(2025, 1, "38.02.01", 10000, 3117), new(2025, 1, "09.02.07", 90000, 59213)]);

        Explanation.Line(block, Characteristics.Get(1)).Sentence.ShouldContain("× 2 = 62,34\u00A0%: больше, чем 62,33\u00A0%");
    }

    [Fact]
    public void A_missing_record_is_dated_by_the_assessment_and_equal_from_day_to_day_R26()
    {
        var kept = new RecordsKept(FieldExperience: false, EmployerContact: true, JobSearchPreparation: false);
        AssessmentBlock On(DateOnly day) => new EnrolmentAssessor(
            new CompiledMethodology(MethodologyParameters.Federal), EmploymentField.Build([], 1, day), day, kept, false).Assess(default, default, Situation);

        Explanation.Line(On(Day), Characteristics.Get(9)).Evidence.ShouldBe(
            "Записей о встречах с работодателями нет. Организация такие записи ведёт. Записи в системе, 23.11.2026");
        On(Day.AddDays(1)).Found.EvidenceOf(9).ShouldBe(On(Day).Found.EvidenceOf(9));
    }

    [Fact]
    public void Groups_follow_the_states_and_the_lack_of_13_is_not_a_gap_R40()
    {
        var explanation = Explanation.Of(Assess(Person(), Enrolment()), Everything);

        explanation.Present.Select(l => l.Characteristic.Number).ShouldBe([8, 11]);
        explanation.Absent.Select(l => l.Characteristic.Number).ShouldBe([3, 4]);
        explanation.Unknown.Select(l => l.Characteristic.Number).ShouldBe([1, 2, 5, 6, 7, 9, 10, 12]);
        explanation.Hidden.ShouldBeEmpty();
        explanation.Level.ShouldBe("высокий");
        explanation.Reason.ShouldBe("Есть 2\u00A0характеристики, достаточно одной.");
        explanation.Priority.ShouldBe("Приоритет 6: 4 за\u00A0характеристики и 2 за\u00A0выпускной курс.");
    }

    [Fact]
    public void A_not_high_level_with_gaps_says_so()
    {
        var explanation = Explanation.Of(Assess(default, default), Everything);

        explanation.Level.ShouldBe("невысокий (предварительно: нет данных по\u00A011)");
        explanation.Reason.ShouldBe("Ни одной из характеристик не найдено.");
        explanation.Priority.ShouldBeNull();
    }

    [Fact]
    public void Points_are_said_where_points_decide()
    {
        var version = MethodologyParameters.Federal with { Rule = LevelRule.PointsAtLeast, Points = 5 };

        Explanation.Of(Assess(Person(), Enrolment(), version: version), Everything).Reason.ShouldBe("Набрано 4\u00A0балла, для высокого уровня нужно 5.");
    }

    [Fact]
    public void Staff_of_a_college_see_no_restricted_line_at_all_R38()
    {
        var explanation = Explanation.Of(Assess(Person(), Enrolment()), FactAccess.Special);

        AllLines(explanation).ShouldNotContain(l => l.Characteristic.Sensitivity == Sensitivity.Restricted);
        explanation.Hidden.ShouldBeEmpty();
    }

    [Fact]
    public void Staff_of_a_ЦЗН_without_the_permission_are_told_of_other_circumstances_once_and_get_no_sum_R38()
    {
        var person = Person();
        person.Set(FactCode.PriorOffence, FactEntry.ByHand(FactValue.Yes, Day));

        var explanation = Explanation.Of(Assess(person, Enrolment(), mayUseRestricted: true), FactAccess.Special | FactAccess.OtherCircumstances);

        explanation.Hidden.ShouldBe([Characteristics.OtherCircumstances]);
        explanation.Reason.ShouldBe("Есть 2\u00A0характеристики, достаточно одной.");
        explanation.Priority.ShouldBe("Приоритет 9.");
    }

    [Fact]
    public void Health_stays_closed_until_it_is_opened()
    {
        var explanation = Explanation.Of(Assess(Person(), Enrolment()), FactAccess.Ordinary);

        explanation.Hidden.ShouldBe(["Сведения о здоровье"]);
        explanation.Priority.ShouldBe("Приоритет 6.");
    }

    [Fact]
    public void What_a_reader_may_not_see_changes_no_line_of_the_explanation() =>
        Gen.Select(RiskGen.Version, RiskGen.Person, RiskGen.Enrolment, RiskGen.Situation).Sample((version, person, enrolment, situation) =>
        {
            var assessor = new EnrolmentAssessor(new CompiledMethodology(version), EmploymentField.Build([], 1, Day), Day, default, true);
            var without = person;
            without.HealthConsentOn = default;
            var full = Explanation.Of(assessor.Assess(person, enrolment, situation), FactAccess.Ordinary);
            var poor = Explanation.Of(assessor.Assess(without, enrolment, situation), FactAccess.Ordinary);

            AllLines(full).Select(l => (l.Characteristic.Number, l.State, l.Evidence)).ShouldBe(AllLines(poor).Select(l => (l.Characteristic.Number, l.State, l.Evidence)));
            full.Hidden.ShouldBe(poor.Hidden);
        });

    [Fact]
    public void Every_block_can_be_explained() =>
        Gen.Select(RiskGen.Version, RiskGen.Statistics, RiskGen.Kept, RiskGen.Person, RiskGen.Enrolment, RiskGen.Situation).Sample((version, rows, kept, person, enrolment, situation) =>
        {
            var assessor = new EnrolmentAssessor(new CompiledMethodology(version), EmploymentField.Build(rows, version.Horizon, Day), Day, kept, true);
            var block = assessor.Assess(person, enrolment, situation);
            foreach (var characteristic in Characteristics.Federal)
            {
                Explanation.Line(block, characteristic).Sentence.ShouldEndWith(".");
            }
        });

    [Fact]
    public void A_version_of_words_that_was_never_issued_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => EvidenceTexts.Sentence(2, 3, default, default, new FieldEmployment { Finding = EvidenceCode.StatisticsNone }));

    private static IEnumerable<ExplanationLine> AllLines(Explanation explanation) => [.. explanation.Present, .. explanation.Unknown, .. explanation.Absent];

    private static PersonFacts Person()
    {
        var person = new PersonFacts { HealthConsentOn = Day };
        person.Set(FactCode.Orphan, FactEntry.Imported(FactCode.Orphan, FactValue.No, Day));
        return person;
    }

    private static EnrolmentFacts Enrolment()
    {
        var enrolment = new EnrolmentFacts();
        enrolment.Set(FactCode.FieldExperience, FactEntry.Imported(FactCode.FieldExperience, FactValue.No, Day));
        enrolment.Set(FactCode.CertainWorkplace, FactEntry.Answered(FactValue.DoesNotKnow, Day));
        return enrolment;
    }

    private static AssessmentBlock Assess(
        PersonFacts person, EnrolmentFacts enrolment, StatisticsRow[]? rows = null, MethodologyParameters? version = null, bool mayUseRestricted = false) =>
        new EnrolmentAssessor(
            new CompiledMethodology(version ?? MethodologyParameters.Federal), EmploymentField.Build(rows ?? [], 1, Day), Day, default, mayUseRestricted)
            .Assess(person, enrolment, Situation);

    private static string Document()
    {
        var text = new StringBuilder("""
            # Слова объяснений, версия 1

            Написано тестом по `EvidenceTextsV1`. Объяснение через два года равно сегодняшнему (DOMAIN §7, R44): эти предложения не правят,
            новые слова — новая версия. Неразрывный пробел показан как `·`.


            """.ReplaceLineEndings("\n"));
        text.Append("## Что говорит сведение\n\n| № | значение | состояние | предложение |\n|---|---|---|---|\n");
        foreach (var code in Enum.GetValues<FactCode>().Where(c => c != FactCode.OrphanInformalOrOffence))
        {
            foreach (var value in Enum.GetValues<FactValue>().Where(v => v != FactValue.Unknown && code.Allows(v)))
            {
                var state = CharacteristicResolver.StateOf(code, value);
                var evidence = new StateEvidence(EvidenceCode.Fact, FactSource.Import, value, Day);
                text.Append($"| {(int)code} | {value} | {state} | {Words((int)code, state, evidence)} |\n");
            }
        }

        text.Append("\n## Чего нет и почему\n\n| № | основание | состояние | предложение |\n|---|---|---|---|\n");
        Row(3, CharacteristicState.Unknown, default);
        Row(11, CharacteristicState.Unknown, new(EvidenceCode.Lapsed, FactSource.Import, FactValue.Yes, Day.AddMonths(-13), Day.AddMonths(-1)));
        foreach (var number in new[] { 8, 9, 10 })
        {
            Row(number, CharacteristicState.Present, new(EvidenceCode.NoRecordWhereKept));
            Row(number, CharacteristicState.Present, new(EvidenceCode.NoRecordCounts));
            Row(number, CharacteristicState.Unknown, new(EvidenceCode.NoRecordWhereNotKept));
            Row(number, CharacteristicState.Unknown, new(EvidenceCode.NoRecordIgnored));
        }

        Row(2, CharacteristicState.Unknown, new(EvidenceCode.NoHealthConsent));
        Row(14, CharacteristicState.Unknown, new(EvidenceCode.NotHeldHere));
        foreach (var state in Enum.GetValues<CharacteristicState>())
        {
            Row(4, state, new(EvidenceCode.Restricted));
        }

        text.Append("\n## Статистика, № 1\n\n| основание | состояние | предложение |\n|---|---|---|\n");
        var numbers = new FieldEmployment
        {
            Finding = EvidenceCode.StatisticsLow,
            CohortYear = 2025,
            Horizon = 1,
            ProgrammeGraduates = 1800,
            ProgrammeEmployed = 530,
            ReferenceGraduates = 100_000,
            ReferenceEmployed = 62_270,
            Ratio = new Rational(2),
            MinCohort = 10,
        };
        Statistics(numbers);
        Statistics(numbers with { Finding = EvidenceCode.StatisticsNotLow, ProgrammeEmployed = 830, Horizon = 2 });
        Statistics(numbers with { Ratio = new Rational(4, 3), ReferenceEmployed = 1, ReferenceGraduates = 2, ReferenceSetApart = true, Horizon = 0 });
        Statistics(numbers with { Finding = EvidenceCode.StatisticsNotLow, ProgrammeEmployed = 500, ReferenceEmployed = 55_555 });
        Statistics(numbers with { Finding = EvidenceCode.StatisticsNone });
        Statistics(numbers with { Finding = EvidenceCode.StatisticsNoProgramme });
        Statistics(numbers with { Finding = EvidenceCode.StatisticsSmallCohort, ProgrammeGraduates = 7, ProgrammeEmployed = 5 });
        Statistics(numbers with { Finding = EvidenceCode.StatisticsNobodyEmployed });
        return text.ToString();

        void Row(int number, CharacteristicState state, StateEvidence evidence) =>
            text.Append($"| {number} | {evidence.Code} | {state} | {Words(number, state, evidence)} |\n");

        void Statistics(FieldEmployment field) =>
            text.Append($"| {field.Finding} | {field.State} | {Words(1, field.State, new(field.Finding, FactSource.Statistics), field)} |\n");
    }

    private static string Words(int number, CharacteristicState state, StateEvidence evidence, FieldEmployment field = default) =>
        EvidenceTexts.Sentence(1, number, state, evidence, field).Replace('\u00A0', '·');
}
