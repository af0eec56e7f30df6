using Marshrut.Rules.Risk;
using static Marshrut.Rules.Risk.CharacteristicState;

namespace Marshrut.Tests.Rules.Risk;

public class CharacteristicResolverTests
{
    private static readonly DateOnly Day = RiskGen.AsOf;
    private static readonly RecordsKept AllKept = new(true, true, true);

    [Fact]
    public void Nothing_known_means_Unknown_everywhere()
    {
        var found = Resolve(default, default);

        Enumerable.Range(1, 14).Select(found.StateOf).ShouldAllBe(state => state == Unknown);
        found.Present.ShouldBe(0u);
        found.Known.ShouldBe(0u);
    }

    [Theory]
    [InlineData(FactCode.Orphan, FactValue.Yes, Present)]
    [InlineData(FactCode.Orphan, FactValue.No, Absent)]
    [InlineData(FactCode.Conscription, FactValue.Yes, Present)]
    [InlineData(FactCode.MobilisedOrContract, FactValue.No, Absent)]
    [InlineData(FactCode.ParentalLeave, FactValue.Yes, Present)]
    [InlineData(FactCode.RelativesInformallyEmployed, FactValue.Yes, Present)]
    [InlineData(FactCode.PriorOffence, FactValue.Yes, Present)]
    [InlineData(FactCode.FieldExperience, FactValue.Yes, Absent)]
    [InlineData(FactCode.FieldExperience, FactValue.No, Present)]
    [InlineData(FactCode.EmployerContact, FactValue.Yes, Absent)]
    [InlineData(FactCode.EmployerContact, FactValue.No, Present)]
    [InlineData(FactCode.JobSearchPreparation, FactValue.Yes, Absent)]
    [InlineData(FactCode.JobSearchPreparation, FactValue.No, Present)]
    [InlineData(FactCode.CertainWorkplace, FactValue.Yes, Absent)]
    [InlineData(FactCode.CertainWorkplace, FactValue.No, Present)]
    [InlineData(FactCode.WorksInField, FactValue.Yes, Absent)]
    [InlineData(FactCode.WorksInField, FactValue.No, Present)]
    [InlineData(FactCode.WorksInField, FactValue.NotWorking, Absent)]
    public void Each_fact_says_of_its_characteristic_what_R17_says(FactCode code, FactValue value, CharacteristicState state)
    {
        var found = With(code, FactEntry.Imported(code, value, Day));

        found.StateOf((int)code).ShouldBe(state);
        found.EvidenceOf((int)code).ShouldBe(new StateEvidence(
            EvidenceCode.Fact, FactSource.Import, value, Day, code.Ages ? Day.AddMonths(12) : default(CompactDate)));
    }

    [Theory]
    [InlineData(FactValue.SignedContract, Absent)]
    [InlineData(FactValue.OwnBusiness, Absent)]
    [InlineData(FactValue.FurtherStudy, Absent)]
    [InlineData(FactValue.OralAgreement, Present)]
    [InlineData(FactValue.Searching, Present)]
    [InlineData(FactValue.DoesNotKnow, Present)]
    [InlineData(FactValue.ArmyNext, Unknown)]
    [InlineData(FactValue.ChildcareNext, Unknown)]
    public void Answers_to_11_follow_R40_and_what_is_said_is_kept(FactValue answer, CharacteristicState state)
    {
        var found = With(FactCode.CertainWorkplace, FactEntry.Answered(answer, Day));

        found.StateOf(11).ShouldBe(state);
        found.EvidenceOf(11).Value.ShouldBe(answer);
    }

    [Fact]
    public void Disability_speaks_only_with_the_health_consent_R2()
    {
        var person = new PersonFacts();
        person.Set(FactCode.Disability, FactEntry.Imported(FactCode.Disability, FactValue.Yes, Day));
        Resolve(person, default).StateOf(2).ShouldBe(Unknown);
        Resolve(person, default).EvidenceOf(2).Code.ShouldBe(EvidenceCode.NoHealthConsent);

        person.HealthConsentOn = Day;
        Resolve(person, default).StateOf(2).ShouldBe(Present);
    }

    // 3, 13, 14 and the own column of 4: derived = 3 and (13 or 14); present if either says so, «нет» decides only an Unknown.
    [Theory]
    [InlineData(FactValue.Yes, FactValue.Yes, FactValue.Unknown, FactValue.Unknown, Present)]
    [InlineData(FactValue.Yes, FactValue.No, FactValue.Yes, FactValue.Unknown, Present)]
    [InlineData(FactValue.Yes, FactValue.No, FactValue.No, FactValue.Unknown, Absent)]
    [InlineData(FactValue.Yes, FactValue.No, FactValue.Unknown, FactValue.Unknown, Unknown)]
    [InlineData(FactValue.No, FactValue.Unknown, FactValue.Unknown, FactValue.Unknown, Absent)]
    [InlineData(FactValue.Unknown, FactValue.Yes, FactValue.Yes, FactValue.Unknown, Unknown)]
    [InlineData(FactValue.Unknown, FactValue.No, FactValue.No, FactValue.Unknown, Absent)]
    [InlineData(FactValue.No, FactValue.No, FactValue.No, FactValue.Yes, Present)]
    [InlineData(FactValue.Yes, FactValue.Yes, FactValue.Unknown, FactValue.No, Present)]
    [InlineData(FactValue.Unknown, FactValue.Unknown, FactValue.Unknown, FactValue.No, Absent)]
    [InlineData(FactValue.Unknown, FactValue.Unknown, FactValue.Unknown, FactValue.Yes, Present)]
    [InlineData(FactValue.Unknown, FactValue.Unknown, FactValue.Unknown, FactValue.Unknown, Unknown)]
    public void Characteristic_4_joins_3_with_13_or_14_and_its_own_column_R18(
        FactValue orphan, FactValue relatives, FactValue offence, FactValue own, CharacteristicState state)
    {
        var found = Resolve(Orphan(orphan, relatives, offence, own), default);

        found.StateOf(4).ShouldBe(state);
        found.EvidenceOf(4).ShouldBe(new StateEvidence(EvidenceCode.Restricted));
    }

    [Fact]
    public void An_organisation_that_may_not_hold_offences_rests_on_nothing_restricted_R38()
    {
        var held = Orphan(FactValue.Yes, FactValue.No, FactValue.Yes, FactValue.Yes);
        var found = Resolve(held, default, mayUseRestricted: false);
        found.StateOf(14).ShouldBe(Unknown);
        found.EvidenceOf(14).ShouldBe(new StateEvidence(EvidenceCode.NotHeldHere));
        found.StateOf(4).ShouldBe(Unknown);

        var withoutThem = Resolve(Orphan(FactValue.Yes, FactValue.No, FactValue.Unknown, FactValue.Unknown), default, mayUseRestricted: false);
        (found.Present, found.Known).ShouldBe((withoutThem.Present, withoutThem.Known));

        Resolve(Orphan(FactValue.Yes, FactValue.Yes, FactValue.Unknown, FactValue.Unknown), default, mayUseRestricted: false).StateOf(4).ShouldBe(Present);
    }

    [Theory]
    [InlineData(RecordsRule.WhenRecordsKept, true, Present, EvidenceCode.NoRecordWhereKept)]
    [InlineData(RecordsRule.WhenRecordsKept, false, Unknown, EvidenceCode.NoRecordWhereNotKept)]
    [InlineData(RecordsRule.Always, false, Present, EvidenceCode.NoRecordCounts)]
    [InlineData(RecordsRule.Never, true, Unknown, EvidenceCode.NoRecordIgnored)]
    public void No_record_at_all_means_what_the_methodology_says_R24(RecordsRule rule, bool kept, CharacteristicState state, EvidenceCode code)
    {
        foreach (var number in new[] { 8, 9, 10 })
        {
            var others = MethodologyParameters.Federal.Characteristics.Select(c => c.Number == number ? c with { Records = rule } : c);
            var version = MethodologyParameters.Federal with { Characteristics = [.. others] };
            var keeps = new RecordsKept(number == 8 && kept, number == 9 && kept, number == 10 && kept);

            var found = Resolve(default, default, keeps, version: version);

            found.StateOf(number).ShouldBe(state);
            found.EvidenceOf(number).Code.ShouldBe(code);
        }
    }

    [Theory]
    [InlineData(FactValue.Yes, Absent)]
    [InlineData(FactValue.No, Present)]
    public void A_stated_value_decides_8_to_10_whatever_records_are_kept(FactValue value, CharacteristicState state)
    {
        var enrolment = new EnrolmentFacts();
        enrolment.Set(FactCode.EmployerContact, FactEntry.Imported(FactCode.EmployerContact, value, Day));

        Resolve(default, enrolment, AllKept).StateOf(9).ShouldBe(state);
        Resolve(default, enrolment, default).StateOf(9).ShouldBe(state);
    }

    [Fact]
    public void An_expired_statement_is_told_and_not_used_R25()
    {
        var found = With(FactCode.CertainWorkplace, FactEntry.Imported(FactCode.CertainWorkplace, FactValue.No, Day.AddMonths(-13)));

        found.StateOf(11).ShouldBe(Unknown);
        found.EvidenceOf(11).Code.ShouldBe(EvidenceCode.Lapsed);
        found.EvidenceOf(11).Until.Day.ShouldBe(Day.AddMonths(-1));
    }

    [Fact]
    public void Characteristic_1_is_what_the_statistics_found()
    {
        var found = new CharacteristicResolver(MethodologyParameters.Federal, Day, default, true)
            .Resolve(default, default, new FieldEmployment { Finding = EvidenceCode.StatisticsLow, ImportedOn = Day });

        found.StateOf(1).ShouldBe(Present);
        found.EvidenceOf(1).ShouldBe(new StateEvidence(EvidenceCode.StatisticsLow, FactSource.Statistics, date: Day));
    }

    private static PersonFacts Orphan(FactValue orphan, FactValue relatives, FactValue offence, FactValue own)
    {
        var person = new PersonFacts();
        person.Set(FactCode.Orphan, FactEntry.ByHand(orphan, Day));
        person.Set(FactCode.RelativesInformallyEmployed, FactEntry.ByHand(relatives, Day));
        person.Set(FactCode.PriorOffence, FactEntry.ByHand(offence, Day));
        person.Set(FactCode.OrphanInformalOrOffence, FactEntry.ByHand(own, Day));
        return person;
    }

    private static ResolvedCharacteristics With(FactCode code, FactEntry entry)
    {
        var person = new PersonFacts { HealthConsentOn = Day };
        var enrolment = new EnrolmentFacts();
        if (code.IsOfPerson)
        {
            person.Set(code, entry);
        }
        else
        {
            enrolment.Set(code, entry);
        }

        return Resolve(person, enrolment);
    }

    private static ResolvedCharacteristics Resolve(
        PersonFacts person, EnrolmentFacts enrolment, RecordsKept kept = default, bool mayUseRestricted = true, MethodologyParameters? version = null) =>
        new CharacteristicResolver(version ?? MethodologyParameters.Federal, Day, kept, mayUseRestricted)
            .Resolve(person, enrolment, new FieldEmployment { Finding = EvidenceCode.StatisticsNone });
}
