using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using static Marshrut.Tests.Core.Agreements.MadeAgreement;

namespace Marshrut.Tests.Core.Agreements;

public class AgreementRulesTests
{
    private static readonly Party College = new(1, OrganizationKind.College, "00");
    private static readonly Party Centre = new(2, OrganizationKind.EmploymentCentre, "00");

    [Theory]
    [InlineData(OrganizationKind.College, OrganizationKind.EmploymentCentre, "00", null)]
    [InlineData(OrganizationKind.University, OrganizationKind.EmploymentCentre, "00", null)]
    [InlineData(OrganizationKind.School, OrganizationKind.EmploymentCentre, "00", "parties-misfit")]
    [InlineData(OrganizationKind.EmploymentCentre, OrganizationKind.EmploymentCentre, "00", "parties-misfit")]
    [InlineData(OrganizationKind.College, OrganizationKind.University, "00", "parties-misfit")]
    [InlineData(OrganizationKind.College, OrganizationKind.EmploymentCentre, "77", "parties-of-two-regions")]
    public void Parties_are_a_college_or_university_and_a_centre_of_one_region(OrganizationKind from, OrganizationKind to, string regionOfCentre, string? refusal) =>
        Refused(() => Agreement.Conclude(10, new Party(1, from, "00"), new Party(2, to, regionOfCentre), Terms(), []), refusal);

    [Theory]
    [InlineData("2026-08-25", "2026-09-01", "2027-08-31", 5, null)]
    [InlineData("2026-09-01", "2026-09-01", "2026-09-01", 1, null)]
    [InlineData("2026-09-01", "2026-09-01", null, 30, null)]
    [InlineData("2026-09-02", "2026-09-01", null, 5, "begins-before-signed")]
    [InlineData("2026-08-25", "2026-09-01", "2026-08-31", 5, "ends-before-beginning")]
    [InlineData("2026-08-25", "2026-09-01", null, 0, "acceptance-term")]
    [InlineData("2026-08-25", "2026-09-01", null, 31, "acceptance-term")]
    public void Dates_stand_in_their_order_and_the_term_of_acceptance_within_its_bounds(string signed, string from, string? to, int days, string? refusal) =>
        Refused(() => Agreement.Conclude(10, College, Centre, Terms(signed: signed, from: from, to: to, days: days), []), refusal);

    [Theory]
    [InlineData("2026-09-01", "2027-08-31", null, "another-in-force")]
    [InlineData("2027-08-31", null, null, "another-in-force")]
    [InlineData("2027-09-01", null, null, null)]
    [InlineData("2025-09-01", "2026-08-31", null, null)]
    [InlineData("2025-09-01", null, null, "another-in-force")]
    [InlineData("2026-12-01", null, "2026-12-01", null)]
    [InlineData("2026-11-30", null, "2026-12-01", "another-in-force")]
    [InlineData("2025-09-01", "2027-08-31", "2026-08-26", null)]
    public void No_two_agreements_of_the_same_two_are_in_force_on_one_day(string from, string? to, string? firstEndedOn, string? refusal)
    {
        var first = Agreement.Conclude(10, College, Centre, Terms(), []);
        if (firstEndedOn is not null)
        {
            first.End(Day(firstEndedOn), "стороны договорились");
        }

        Refused(() => Agreement.Conclude(11, College, Centre, Terms("13/2026", from, to, signed: "2025-08-01"), [first]), refusal);
    }

    [Theory]
    [InlineData("12/2026", "2020-01-01", "number-taken")]
    [InlineData("12/2026", "2026-08-25", null)]
    [InlineData("13/2026", "2020-01-01", null)]
    [InlineData("Н-ё 1", "2020-01-01", "number-taken")]
    [InlineData("", "2026-08-25", "number-unusable")]
    public void A_number_is_unique_between_the_two_on_the_day_of_signing(string number, string signed, string? refusal)
    {
        var past = Terms(from: "2020-01-01", to: "2020-12-31", signed: "2020-01-01");
        Agreement[] others = [Agreement.Conclude(10, College, Centre, past, []), Agreement.Conclude(11, College, Centre, past with { Number = "Н-Е 1" }, [])];

        Refused(() => Agreement.Conclude(12, College, Centre, Terms(number, signed: signed), others), refusal);
    }

    [Theory]
    [InlineData("2026-08-25", "2026-09-01", "2027-08-31", null)]
    [InlineData("2000-01-01", "2020-01-01", "2040-01-01", null)]
    [InlineData("1999-12-31", "2000-01-01", null, "signed-unlikely")]
    [InlineData("2026-11-24", "2026-11-24", null, "signed-unlikely")]
    [InlineData("2006-08-25", "2026-08-26", null, "begins-unlikely")]
    [InlineData("2026-08-25", "2026-09-01", "2206-09-01", "ends-unlikely")]
    public void Days_that_nobody_means_are_asked_about(string signed, string from, string? to, string? refusal) =>
        Refused(() => AgreementRules.DatesAreLikely(Terms(from: from, to: to, signed: signed), Day("2026-11-23")), refusal);

    [Fact]
    public void A_refused_change_leaves_the_agreement_as_it_was()
    {
        var other = Agreement.Conclude(11, College, Centre, Terms("13/2026", "2027-09-01", null), []);
        var agreement = Agreement.Conclude(10, College, Centre, Terms(), [other]);

        Refused(() => agreement.Change(Terms("14/2026", to: null, days: 9), [other]), "another-in-force");
        agreement.Terms.ShouldBe(Terms());
    }

    [Theory]
    [InlineData("", null, "from-person")]
    [InlineData("Зуев А. Н.", "нет", "from-person-email")]
    [InlineData("Зуев А. Н.", "a.zuev@college.example", null)]
    public void Each_side_names_somebody_who_can_be_reached(string name, string? email, string? refusal) =>
        Refused(() => Agreement.Conclude(10, College, Centre, Terms() with { FromPerson = new ResponsiblePerson(name, null, null, email) }, []), refusal);

    [Theory]
    [InlineData("2026-08-31", AgreementState.NotYetInForce)]
    [InlineData("2026-09-01", AgreementState.InForce)]
    [InlineData("2027-08-31", AgreementState.InForce)]
    [InlineData("2027-09-01", AgreementState.Expired)]
    public void The_state_follows_from_the_day(string day, AgreementState state) =>
        Agreement.Conclude(10, College, Centre, Terms(), []).StateOn(Day(day)).ShouldBe(state);

    [Fact]
    public void An_ended_agreement_is_in_force_until_the_day_before_and_never_changes_again()
    {
        var agreement = Agreement.Conclude(10, College, Centre, Terms(to: null), []);
        agreement.End(Day("2026-12-01"), "письмо о расторжении");

        agreement.StateOn(Day("2026-11-30")).ShouldBe(AgreementState.InForce);
        agreement.StateOn(Day("2026-12-01")).ShouldBe(AgreementState.Ended);
        agreement.LastDay.ShouldBe(Day("2026-11-30"));
        Refused(() => agreement.Change(Terms("другой"), []), "already-ended");
        Refused(() => agreement.End(Day("2026-12-02"), "ещё раз подумали"), "already-ended");
    }

    [Theory]
    [InlineData("2026-08-24", "письмо", "ended-before-signed")]
    [InlineData("2026-08-25", "письмо", null)]
    [InlineData("2027-08-31", "письмо", null)]
    [InlineData("2027-09-01", "письмо", "ended-after-term")]
    [InlineData("2026-12-01", " нет ", "no-reason")]
    public void It_is_ended_within_its_term_and_with_a_reason(string on, string reason, string? refusal)
    {
        var agreement = Agreement.Conclude(10, College, Centre, Terms(), []);

        Refused(() => agreement.End(Day(on), reason), refusal);
        agreement.EndedOn.ShouldBe(refusal is null ? Day(on) : null);
    }

    /// <summary>R34: the day of sending is not counted.</summary>
    [Theory]
    [InlineData("2026-11-23", 5, "2026-11-30")]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    public void A_transfer_is_answered_within_working_days(string sent, int days, string by) =>
        Agreement.Conclude(10, College, Centre, Terms(days: days), []).AnswerBy(Day(sent)).Day.ShouldBe(Day(by));

    private static void Refused(Action step, string? code)
    {
        if (code is null)
        {
            step();
            return;
        }

        var refusal = Should.Throw<RuleViolation>(step);
        refusal.Code.ShouldBe(code);
        refusal.Message.ShouldEndWith(".");
    }
}
