using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Risk;
using Marshrut.Seeding.Students;

namespace Marshrut.Tests.Seeding;

public class StudentMakerTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void The_same_seed_gives_the_same_people_and_another_gives_others()
    {
        var digest = Digest(7, Today);

        Digest(7, Today).ShouldBe(digest);
        Digest(8, Today).ShouldNotBe(digest);
        Digest(7, Today.AddDays(1)).ShouldNotBe(digest);
    }

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2026-09-01")]
    [InlineData("2027-01-15")]
    [InlineData("2027-06-30")]
    [InlineData("2027-07-01")]
    [InlineData("2028-02-29")]
    public void Course_year_group_and_status_agree(string day)
    {
        var today = DateOnly.Parse(day);
        var dates = new SeedDates(today);
        foreach (var student in People(3, today).Select(made => made.DraftOn(today)))
        {
            var study = student.Enrolment;
            var programme = ProgrammeCatalogue.Of(study.ProgrammeCode).Single();
            var age = today.Year - student.BirthDate.Year;

            study.Course!.Value.ShouldBeInRange(1, programme.Years);
            study.Group!.ShouldStartWith($"{programme.Prefix}-{study.Course}");
            age.ShouldBeInRange(14, 65);
            if (study.Status == EnrolmentStatus.Graduate)
            {
                study.GraduationYear.ShouldBeLessThanOrEqualTo(today.Year);
                LastCourse.IsLast(study.Status, study.GraduationYear, today).ShouldBeFalse();
            }
            else if (study.Status == EnrolmentStatus.Studying)
            {
                LastCourse.IsLast(study.Status, study.GraduationYear, today).ShouldBe(study.Course == programme.Years);
            }

            (student.Snils is null || Snils.TryParse(student.Snils, out _)).ShouldBeTrue();
        }

        dates.Earlier.ShouldBeLessThan(today);
    }

    [Fact]
    public void Shares_are_those_of_life()
    {
        var people = People(1, Today).Select(made => made.DraftOn(Today)).ToList();

        Share(people, person => State(person, FactCode.Orphan) == FactValue.Yes).ShouldBeInRange(0.012, 0.032);
        Share(people, person => State(person, FactCode.Disability) == FactValue.Yes).ShouldBeInRange(0.017, 0.036);
        people.ShouldAllBe(person => State(person, FactCode.Disability) == FactValue.Unknown || person.Facts.HealthConsentOn.Day != null);
        people.ShouldAllBe(person => State(person, FactCode.PriorOffence) == FactValue.Unknown);
        Share(people, person => person.TransferConsentOn is not null).ShouldBeInRange(0.6, 0.8);
        Share(people, person => person.Enrolment.Status == EnrolmentStatus.Graduate).ShouldBeInRange(0.15, 0.23);
        Share(people, person => person.Enrolment.Status == EnrolmentStatus.AcademicLeave).ShouldBeInRange(0.01, 0.04);
        people.ShouldAllBe(person => person.Name.Sex == Sex.Male || State(person, FactCode.Conscription) != FactValue.Yes);
    }

    private static FactValue State(Marshrut.Seeding.Registers.PersonDraft person, FactCode code) => person.Facts.Resolve(code, Today).Value;

    private static double Share<T>(List<T> people, Func<T, bool> isSo) => (double)people.Count(isSo) / people.Count;

    private static IEnumerable<MadeStudent> People(ulong seed, DateOnly today)
    {
        var plan = new OrganizationPlan(
            1, "c", "Колледж", OrganizationKind.College, 3_000, "c", ProgrammeCatalogue.Vocational, ["Район 1", "Район 2"], new OrganizationHabits());
        var maker = new StudentMaker(plan, new SeedDates(today), seed);
        return Enumerable.Range(0, plan.People).Select(maker.Make);
    }

    private static string Digest(ulong seed, DateOnly today)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[PersonFacts.Size + EnrolmentFacts.Size];
        foreach (var person in People(seed, today).Take(500).Select(made => made.DraftOn(today)))
        {
            person.Facts.WriteTo(block);
            person.Enrolment.Facts.WriteTo(block.AsSpan(PersonFacts.Size));
            hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(person)));
            hash.AppendData(block);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
