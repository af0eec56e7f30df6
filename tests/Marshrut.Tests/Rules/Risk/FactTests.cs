using CsCheck;
using Marshrut.Rules.Risk;

namespace Marshrut.Tests.Rules.Risk;

public class FactTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public void An_entry_keeps_what_it_was_made_of()
    {
        var entry = FactEntry.ByHand(FactValue.No, Day, Day.AddDays(-3), Day.AddDays(4));

        entry.Value.ShouldBe(FactValue.No);
        entry.Source.ShouldBe(FactSource.Manual);
        entry.RecordedOn.Day.ShouldBe(Day);
        entry.ValidFrom.Day.ShouldBe(Day.AddDays(-3));
        entry.ValidTo.Day.ShouldBe(Day.AddDays(4));
    }

    [Theory]
    [InlineData(-4, false)]
    [InlineData(-3, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Both_bounds_of_validity_are_inclusive(int daysFromRecording, bool valid) =>
        FactEntry.ByHand(FactValue.No, Day, Day.AddDays(-3), Day.AddDays(4)).IsValidOn(Day.AddDays(daysFromRecording)).ShouldBe(valid);

    [Fact]
    public void An_imported_value_has_no_beginning_R25()
    {
        var facts = new PersonFacts();
        facts.Set(FactCode.Orphan, FactEntry.Imported(FactCode.Orphan, FactValue.Yes, Day));

        facts.Resolve(FactCode.Orphan, Day.AddYears(-5)).Value.ShouldBe(FactValue.Yes);
        facts.Resolve(FactCode.Orphan, Day.AddYears(50)).Value.ShouldBe(FactValue.Yes);
    }

    [Theory]
    [InlineData(FactCode.FieldExperience, true)]
    [InlineData(FactCode.CertainWorkplace, false)]
    [InlineData(FactCode.WorksInField, false)]
    public void Only_imported_11_and_12_expire_after_twelve_months_R25(FactCode code, bool stands)
    {
        var facts = new EnrolmentFacts();
        facts.Set(code, FactEntry.Imported(code, FactValue.Yes, Day));

        facts.Resolve(code, Day.AddMonths(12)).Value.ShouldBe(FactValue.Yes);
        facts.Resolve(code, Day.AddMonths(12).AddDays(1)).IsEmpty.ShouldBe(!stands);
    }

    [Fact]
    public void A_methodology_may_give_stated_work_facts_another_term()
    {
        var facts = new EnrolmentFacts();
        facts.Set(FactCode.CertainWorkplace, FactEntry.Imported(FactCode.CertainWorkplace, FactValue.Yes, Day));

        facts.Resolve(FactCode.CertainWorkplace, Day.AddMonths(18), statedMonths: 18).Value.ShouldBe(FactValue.Yes);
        facts.Resolve(FactCode.CertainWorkplace, Day.AddMonths(7), statedMonths: 6).IsEmpty.ShouldBeTrue();
        facts.Lapsed(FactCode.CertainWorkplace, Day.AddMonths(7), statedMonths: 6).ValidTo.Day.ShouldBe(Day.AddMonths(6));
    }

    [Fact]
    public void An_end_set_by_hand_outweighs_the_term_of_the_methodology()
    {
        var facts = new EnrolmentFacts();
        facts.Set(FactCode.CertainWorkplace, FactEntry.ByHand(FactValue.Yes, Day, validTo: Day.AddMonths(2)));

        facts.Resolve(FactCode.CertainWorkplace, Day.AddMonths(3), statedMonths: 18).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_record_outweighs_an_answer_and_an_answer_what_was_stated()
    {
        var facts = new EnrolmentFacts();
        facts.Set(FactCode.WorksInField, FactEntry.Imported(FactCode.WorksInField, FactValue.No, Day));
        facts.Resolve(FactCode.WorksInField, Day).Source.ShouldBe(FactSource.Import);

        facts.Set(FactCode.WorksInField, FactEntry.Answered(FactValue.NotWorking, Day.AddYears(-1)));
        facts.Resolve(FactCode.WorksInField, Day).Source.ShouldBe(FactSource.Profiling);

        facts.Set(FactCode.WorksInField, FactEntry.Recorded(FactValue.Yes, Day.AddYears(-2)));
        facts.Resolve(FactCode.WorksInField, Day).Source.ShouldBe(FactSource.SystemRecord);
    }

    [Fact]
    public void An_expired_answer_gives_way_to_what_was_stated()
    {
        var facts = new EnrolmentFacts();
        facts.Set(FactCode.CertainWorkplace, FactEntry.Imported(FactCode.CertainWorkplace, FactValue.No, Day));
        facts.Set(FactCode.CertainWorkplace, FactEntry.Answered(FactValue.SignedContract, Day.AddMonths(-13)));

        facts.Resolve(FactCode.CertainWorkplace, Day).Value.ShouldBe(FactValue.No);
    }

    [Fact]
    public void An_answer_says_nothing_of_the_days_before_it_R25()
    {
        var facts = new EnrolmentFacts();
        facts.Set(FactCode.CertainWorkplace, FactEntry.Answered(FactValue.Searching, Day));

        facts.Resolve(FactCode.CertainWorkplace, Day.AddDays(-1)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Import_and_hand_share_a_rank_and_the_newer_stands()
    {
        var facts = new PersonFacts();
        facts.Offer(FactCode.Orphan, FactEntry.Imported(FactCode.Orphan, FactValue.No, Day)).ShouldBeTrue();
        facts.Offer(FactCode.Orphan, FactEntry.ByHand(FactValue.Yes, Day)).ShouldBeTrue();
        facts.Offer(FactCode.Orphan, FactEntry.Imported(FactCode.Orphan, FactValue.No, Day.AddDays(-1))).ShouldBeFalse();

        facts.Resolve(FactCode.Orphan, Day).Source.ShouldBe(FactSource.Manual);
    }

    [Fact]
    public void Unknown_erases_what_was_stated_R8()
    {
        var facts = new PersonFacts();
        facts.Set(FactCode.Orphan, FactEntry.Imported(FactCode.Orphan, FactValue.Yes, Day));
        facts.Set(FactCode.Orphan, FactEntry.Imported(FactCode.Orphan, FactValue.Unknown, Day.AddDays(1)));

        facts.Resolve(FactCode.Orphan, Day.AddDays(1)).IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(FactCode.Orphan, FactValue.NotWorking)]
    [InlineData(FactCode.WorksInField, FactValue.Searching)]
    [InlineData(FactCode.CertainWorkplace, FactValue.NotWorking)]
    public void A_fact_takes_only_its_own_answers(FactCode code, FactValue value)
    {
        var entry = FactEntry.ByHand(value, Day);

        Should.Throw<ArgumentException>(() =>
        {
            if (code.IsOfPerson)
            {
                new PersonFacts().Set(code, entry);
            }
            else
            {
                new EnrolmentFacts().Set(code, entry);
            }
        });
    }

    [Fact]
    public void Facts_of_the_person_and_of_the_enrolment_do_not_mix_R42()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new PersonFacts().Get(FactCode.FieldExperience, FactRank.Stated));
        Should.Throw<ArgumentOutOfRangeException>(() => new EnrolmentFacts().Get(FactCode.PriorOffence, FactRank.Stated));
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(RiskGen.Person, RiskGen.Enrolment).Sample((person, enrolment) =>
        {
            var personBytes = new byte[PersonFacts.Size];
            var enrolmentBytes = new byte[EnrolmentFacts.Size];
            person.WriteTo(personBytes);
            enrolment.WriteTo(enrolmentBytes);

            var personAgain = new byte[PersonFacts.Size];
            var enrolmentAgain = new byte[EnrolmentFacts.Size];
            var readPerson = PersonFacts.ReadFrom(personBytes);
            readPerson.WriteTo(personAgain);
            EnrolmentFacts.ReadFrom(enrolmentBytes).WriteTo(enrolmentAgain);

            personAgain.ShouldBe(personBytes);
            enrolmentAgain.ShouldBe(enrolmentBytes);
            readPerson.HealthConsentOn.ShouldBe(person.HealthConsentOn);
            readPerson.WorkLimitsEvidenceId.ShouldBe(person.WorkLimitsEvidenceId);
            foreach (var code in RiskGen.PersonCodes)
            {
                foreach (var rank in Enum.GetValues<FactRank>())
                {
                    readPerson.Get(code, rank).ShouldBe(person.Get(code, rank));
                }
            }
        });

    [Fact]
    public void The_form_in_storage_never_changes()
    {
        var person = new PersonFacts { HealthConsentOn = new DateOnly(2026, 9, 1), WorkLimitsEvidenceId = 0x0102030405060708 };
        person.Set(FactCode.Disability, FactEntry.Imported(FactCode.Disability, FactValue.Yes, Day));
        person.Set(FactCode.PriorOffence, FactEntry.Recorded(FactValue.No, Day));
        var bytes = new byte[PersonFacts.Size];
        person.WriteTo(bytes);

        Convert.ToHexString(bytes.AsSpan(0, 20)).ShouldBe("0100" + "636D" + "0807060504030201" + "0101B66D00000000");
        Convert.ToHexString(bytes.AsSpan(12 + (23 * 8), 8)).ShouldBe("0204B66DB66D0000");
    }

    [Fact]
    public void A_block_of_a_later_format_is_refused_and_not_misread()
    {
        var bytes = new byte[PersonFacts.Size];
        bytes[0] = 2;

        Should.Throw<InvalidDataException>(() => PersonFacts.ReadFrom(bytes));
        Should.Throw<InvalidDataException>(() => EnrolmentFacts.ReadFrom(bytes));
    }

    [Fact]
    public void A_day_that_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => FactEntry.ByHand(FactValue.Yes, new DateOnly(1949, 12, 31)));
        Should.Throw<ArgumentOutOfRangeException>(() => FactEntry.ByHand(FactValue.Yes, Day, validTo: new DateOnly(2130, 1, 1)));
        new CompactDate(CompactDate.Earliest).Day.ShouldBe(CompactDate.Earliest);
        new CompactDate(CompactDate.Latest).Day.ShouldBe(CompactDate.Latest);
    }
}
