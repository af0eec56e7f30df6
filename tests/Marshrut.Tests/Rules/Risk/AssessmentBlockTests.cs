using CsCheck;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

public class AssessmentBlockTests
{
    private static readonly Gen<AssessmentBlock> Block = Gen.Select(
        RiskGen.Version, RiskGen.Statistics, RiskGen.Kept, Gen.Bool, RiskGen.Person, RiskGen.Enrolment, RiskGen.Situation,
        (version, rows, kept, restricted, person, enrolment, situation) =>
            Assessor(version, rows, kept, restricted).Assess(person, enrolment, situation));

    [Fact]
    public void What_is_written_is_read_back() => Block.Sample(block =>
    {
        var bytes = Write(block);
        var read = AssessmentBlock.ReadFrom(bytes);

        Write(read).ShouldBe(bytes);
        read.HasSameResult(block).ShouldBeTrue();
        (read.TemplateVersion, read.AsOf, read.Rule, read.Threshold, read.Outcome, read.Flags, read.Category, read.Enabled)
            .ShouldBe((block.TemplateVersion, block.AsOf, block.Rule, block.Threshold, block.Outcome, block.Flags, block.Category, block.Enabled));
        (read.LastCourseBonus, read.GraduateWithoutWorkBonus, read.OfferDiscount, read.Field)
            .ShouldBe((block.LastCourseBonus, block.GraduateWithoutWorkBonus, block.OfferDiscount, block.Field));
        foreach (var number in Enumerable.Range(1, Characteristics.Capacity))
        {
            read.Found.StateOf(number).ShouldBe(block.Found.StateOf(number));
            read.Found.EvidenceOf(number).ShouldBe(block.Found.EvidenceOf(number));
            read.WeightOf(number).ShouldBe(block.WeightOf(number));
        }
    });

    [Fact]
    public void Same_facts_version_and_day_give_the_same_bytes() =>
        Gen.Select(RiskGen.Version, RiskGen.Statistics, RiskGen.Person, RiskGen.Enrolment, RiskGen.Situation).Sample((version, rows, person, enrolment, situation) =>
            Write(Assessor(MethodologyParameters.FromJson(version.ToJson()), [.. rows.Reverse()], default, true).Assess(person, enrolment, situation))
                .ShouldBe(Write(Assessor(version, rows, default, true).Assess(person, enrolment, situation))));

    [Fact]
    public void Restricted_facts_leave_no_trace_where_they_may_not_be_held_R38() =>
        Gen.Select(RiskGen.Version, RiskGen.Statistics, RiskGen.Kept, RiskGen.Person, RiskGen.Enrolment, RiskGen.Situation).Sample((version, rows, kept, person, enrolment, situation) =>
        {
            var without = person;
            foreach (var rank in Enum.GetValues<FactRank>())
            {
                without.Clear(FactCode.OrphanInformalOrOffence, rank);
                without.Clear(FactCode.PriorOffence, rank);
            }

            var assessor = Assessor(version, rows, kept, mayUseRestricted: false);
            Write(assessor.Assess(person, enrolment, situation)).ShouldBe(Write(assessor.Assess(without, enrolment, situation)));
        });

    [Fact]
    public void The_form_in_storage_never_changes()
    {
        var person = new PersonFacts();
        person.Set(FactCode.Orphan, FactEntry.Imported(FactCode.Orphan, FactValue.Yes, new DateOnly(2026, 11, 20)));
        StatisticsRow[] rows = [new(2025, 1, "09.02.07", 180, 83, new DateOnly(2026, 10, 1)), new(2025, 1, "38.02.01", 1000, 652)];
        var situation = new EnrolmentSituation(
            EnrolmentStatus.Studying, 2027, new("09.02.07", EducationLevel.MidLevelSpecialist, OrganizationKind.College, "00"));

        var hex = Convert.ToHexString(Write(Assessor(MethodologyParameters.Federal, rows, default, false).Assess(person, default, situation)));

        hex.ShouldBe(
            "0101000101020B02B66D010003000500" + "0400000005000000FF3F000002020200" + new string('0', 16)
            + "1501E907B4000000530000009C040000" + "DF0200000200000001000000" + "0A00816D" + new string('0', 48)
            + "020303010203020201010201010300000000000000000000000000000000000000"[..64]
            + "15050000816D0000" + "0700000000000000" + "01010100B36D0000" + "0900000000000000" + new string('0', 48)
            + "0500000000000000" + "0500000000000000" + "0500000000000000" + new string('0', 48) + "0800000000000000" + new string('0', 18 * 16));
    }

    [Fact]
    public void A_changed_state_is_another_result_and_changed_evidence_is_not_R26()
    {
        var day = RiskGen.AsOf;
        var assessor = Assessor(MethodologyParameters.Federal, [], default, true);
        var situation = new EnrolmentSituation(EnrolmentStatus.Studying, 2028, new("09.02.07", EducationLevel.Bachelor, OrganizationKind.University, "00"));
        var first = Assess(FactEntry.Imported(FactCode.Orphan, FactValue.No, day.AddDays(-9)));

        first.HasSameResult(Assess(FactEntry.ByHand(FactValue.No, day))).ShouldBeTrue();
        first.HasSameResult(Assess(FactEntry.ByHand(FactValue.Unknown, day))).ShouldBeFalse();
        first.HasSameResult(Assess(FactEntry.ByHand(FactValue.Yes, day))).ShouldBeFalse();
        first.HasSameResult(Assess(FactEntry.ByHand(FactValue.No, day), relatives: FactValue.No)).ShouldBeFalse(); // 13 is not counted, yet a state

        AssessmentBlock Assess(FactEntry entry, FactValue relatives = FactValue.Unknown)
        {
            var person = new PersonFacts();
            person.Set(FactCode.Orphan, entry);
            person.Set(FactCode.RelativesInformallyEmployed, FactEntry.ByHand(relatives, day));
            return assessor.Assess(person, default, situation);
        }
    }

    [Theory]
    [InlineData(EnrolmentStatus.Graduate, FactValue.Searching, false, RiskFlags.GraduateWithoutWork)]
    [InlineData(EnrolmentStatus.Graduate, FactValue.Unknown, true, RiskFlags.GraduateWithoutWork)]
    [InlineData(EnrolmentStatus.Graduate, FactValue.Unknown, false, RiskFlags.None)]
    [InlineData(EnrolmentStatus.Graduate, FactValue.OwnBusiness, false, RiskFlags.None)]
    [InlineData(EnrolmentStatus.Graduate, FactValue.SignedContract, false, RiskFlags.SignedOffer)]
    [InlineData(EnrolmentStatus.Studying, FactValue.Searching, true, RiskFlags.LastCourse)]
    [InlineData(EnrolmentStatus.Studying, FactValue.SignedContract, false, RiskFlags.LastCourse | RiskFlags.SignedOffer)]
    public void What_moves_the_priority_is_read_from_status_and_answers_R22(EnrolmentStatus status, FactValue answer, bool knownWithoutWork, RiskFlags flags)
    {
        var enrolment = new EnrolmentFacts();
        enrolment.Set(FactCode.CertainWorkplace, FactEntry.Answered(answer, RiskGen.AsOf));
        var situation = new EnrolmentSituation(
            status, 2027, new("09.02.07", EducationLevel.Bachelor, OrganizationKind.University, "00"), IsKnownWithoutWork: knownWithoutWork);

        Assessor(MethodologyParameters.Federal, [], default, true).Assess(default, enrolment, situation).Flags.ShouldBe(flags);
    }

    [Fact]
    public void An_assessment_allocates_nothing()
    {
        var assessor = Assessor(MethodologyParameters.Federal, [new(2025, 1, "09.02.07", 30, 5), new(2025, 1, "38.02.01", 100, 70)], default, true);
        var situation = new EnrolmentSituation(EnrolmentStatus.Studying, 2027, new("09.02.07", EducationLevel.Bachelor, OrganizationKind.University, "00"));
        var bytes = new byte[AssessmentBlock.Size];
        assessor.Assess(default, default, situation).WriteTo(bytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            assessor.Assess(default, default, situation).WriteTo(bytes);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static byte[] Write(AssessmentBlock block)
    {
        var bytes = new byte[AssessmentBlock.Size];
        block.WriteTo(bytes);
        return bytes;
    }

    private static EnrolmentAssessor Assessor(MethodologyParameters version, StatisticsRow[] rows, RecordsKept kept, bool mayUseRestricted) =>
        new(new CompiledMethodology(version), EmploymentField.Build(rows, version.Horizon, RiskGen.AsOf), RiskGen.AsOf, kept, mayUseRestricted);
}
