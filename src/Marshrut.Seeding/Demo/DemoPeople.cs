using System.Globalization;
using Marshrut.Rules.Risk;
using Marshrut.Seeding.Names;
using Marshrut.Seeding.Registers;
using Marshrut.Seeding.Students;

namespace Marshrut.Seeding.Demo;

/// <summary>
/// Everybody in the demo region. Among them are the cases that pages must have an answer to: one person in two organisations, in two studies of
/// one, twice in one register by mistake.
/// </summary>
public sealed class DemoPeople(SeedDates dates, ulong seed = DemoPeople.DefaultSeed)
{
    public const ulong DefaultSeed = 2_026;
    private const int WentToUniversity = 40;
    private const int SecondStudies = 12;
    private const int VisitorNumber = 900;
    private const int PupilNumber = 800;

    /// <summary>The register of a college or university of <see cref="DemoMap.Teachers"/>.</summary>
    internal IReadOnlyList<MadeStudent> Students(OrganizationPlan plan)
    {
        var students = Own(plan);
        if (plan.Code == DemoMap.MainUniversity)
        {
            BringFromCollege(students);
            students.AddRange(SecondStudy(students, plan));
        }

        students.AddRange(Repeated(students, plan.Code == DemoMap.MainCollege ? 4 : plan.Number % 3 == 0 ? 1 : 0));
        return students;
    }

    public IReadOnlyList<MadeStudent> MainCollege() => Students(DemoMap.Teachers[0]);

    /// <summary>Of the class that graduated last summer, as it stood on its last course in February.</summary>
    internal IReadOnlyList<MadeStudent> LastClass(OrganizationPlan plan) =>
    [
        .. Own(plan).Where(made => made.Draft.Enrolment is { Status: EnrolmentStatus.Graduate } study && study.GraduationYear == dates.ClassYear)
            .Take(DemoMap.LastClass).Select(made => made with { Draft = InFebruary(made.Draft) }),
    ];

    internal IReadOnlyList<MadeStudent> Pupils()
    {
        var random = new SeededRandom(seed).Fork("pupils");
        var pupils = new List<MadeStudent>();
        for (var i = 0; i < DemoMap.Pupils; i++)
        {
            var grade = random.Between(8, 11);
            var turning = new DateOnly(dates.ClassYear - grade - 6, 9, 1);
            var name = PersonNames.Draw(random, random.Chance(0.5) ? Sex.Male : Sex.Female);
            pupils.Add(new MadeStudent(
                new PersonDraft
                {
                    Name = name,
                    BirthDate = random.Between(turning.AddDays(-364), turning),
                    Phone = random.Chance(0.7) ? FictionalContacts.Phone(PupilNumber * 1000 + i) : null,
                    District = DemoMap.Centres[0].Districts[random.Chance(0.9) ? 0 : 1],
                    Enrolment = new EnrolmentDraft
                    {
                        ExternalId = string.Create(CultureInfo.InvariantCulture, $"Ш12-{i + 1:000}"),
                        ProgrammeCode = "",
                        Level = EducationLevel.School,
                        Group = string.Create(CultureInfo.InvariantCulture, $"{grade}{(random.Chance(0.5) ? 'А' : 'Б')}"),
                        GraduationYear = dates.ClassYear + 1 + (grade <= 9 ? 9 - grade : 11 - grade),
                        Status = EnrolmentStatus.Studying,
                    },
                },
                new FactSheet()));
        }

        return pupils;
    }

    /// <summary>Who came to an employment centre by themselves: graduates of the last years, with the facts that only a centre may hold.</summary>
    internal IReadOnlyList<MadeStudent> Visitors(DemoCentre centre)
    {
        var plan = new OrganizationPlan(
            VisitorNumber + DemoMap.Centres.ToList().IndexOf(centre),
            centre.Code,
            centre.Name,
            OrganizationKind.EmploymentCentre,
            centre.Visitors * 8,
            "mail",
            ProgrammeCatalogue.Of("38.02.01", "43.02.15", "23.02.03", "15.01.05", "40.02.04", "08.01.28", "35.01.13"),
            centre.Districts,
            new OrganizationHabits { TransferConsent = 0, PracticeKnown = 0.7, ContactKnown = 0.3, Survey = 0.9 });
        var maker = new StudentMaker(plan, dates, seed);
        var random = new SeededRandom(seed).Fork(centre.Code);
        var visitors = Enumerable.Range(0, plan.People).Select(maker.Make).Where(made => made.Draft.Enrolment.Status == EnrolmentStatus.Graduate).Take(centre.Visitors).ToList();
        foreach (var visitor in visitors.Where(_ => random.Chance(0.12)))
        {
            visitor.Sheet.Add(FactCode.PriorOffence, FactEntry.Imported(FactCode.PriorOffence, FactValue.Yes, dates.RegisterOn));
        }

        foreach (var visitor in visitors.Where(_ => random.Chance(0.08)))
        {
            visitor.Sheet.Add(FactCode.OrphanInformalOrOffence, FactEntry.Imported(FactCode.OrphanInformalOrOffence, FactValue.Yes, dates.RegisterOn));
        }

        return visitors;
    }

    private List<MadeStudent> Own(OrganizationPlan plan)
    {
        var maker = new StudentMaker(plan, dates, seed);
        return [.. Enumerable.Range(0, plan.People).Select(maker.Make)];
    }

    private PersonDraft InFebruary(PersonDraft graduate)
    {
        var study = graduate.Enrolment;
        return new()
        {
            Name = graduate.Name,
            BirthDate = graduate.BirthDate,
            Snils = graduate.Snils,
            Phone = graduate.Phone,
            Email = graduate.Email,
            District = graduate.District,
            TransferConsentOn = dates.LastFebruary.AddDays(-10),
            RiskConsentOn = graduate.RiskConsentOn is null ? null : dates.LastFebruary.AddDays(-10),
            Enrolment = new EnrolmentDraft
            {
                ExternalId = study.ExternalId,
                ProgrammeCode = study.ProgrammeCode,
                Level = study.Level,
                StudyForm = study.StudyForm,
                Funding = study.Funding,
                Course = study.Course,
                Group = study.Group,
                GraduationYear = study.GraduationYear,
                Status = EnrolmentStatus.Studying,
            },
        };
    }

    /// <summary>Graduates of the college go on to the university: known in both, to each its own (R41).</summary>
    private void BringFromCollege(List<MadeStudent> students)
    {
        var graduates = Own(DemoMap.Teachers[0])
            .Where(made => made.Draft.Enrolment.Status == EnrolmentStatus.Graduate && made.Draft.Snils is not null)
            .ToLookup(made => made.Draft.Name.Sex);
        var next = graduates.ToDictionary(sex => sex.Key, sex => new Queue<MadeStudent>(sex));
        var brought = 0;
        for (var i = 0; i < students.Count && brought < WentToUniversity; i++)
        {
            var draft = students[i].Draft;
            if (draft.Enrolment is { Course: <= 2, Level: EducationLevel.Bachelor } && next[draft.Name.Sex].TryDequeue(out var graduate))
            {
                students[i] = students[i] with { Draft = SamePerson(graduate.Draft, draft, draft.Enrolment) };
                brought++;
            }
        }
    }

    /// <summary>Second study of some: rows whose СНИЛС, surname and birth date agree are one person with two enrolments (R7).</summary>
    private static List<MadeStudent> SecondStudy(List<MadeStudent> students, OrganizationPlan plan)
    {
        var chosen = students.Where(made => made.Draft is { Snils: not null, Enrolment: { Course: >= 3, Status: EnrolmentStatus.Studying, Level: EducationLevel.Bachelor } }).Take(SecondStudies);
        return [.. chosen.Select((made, i) =>
        {
            var study = made.Draft.Enrolment;
            var programme = plan.Programmes.First(other => other.Level == EducationLevel.Bachelor && other.Code != study.ProgrammeCode);
            var second = new EnrolmentDraft
            {
                ExternalId = string.Create(CultureInfo.InvariantCulture, $"{study.ExternalId}/2"),
                ProgrammeCode = programme.Code,
                Level = programme.Level,
                StudyForm = StudyForm.Correspondence,
                Funding = Funding.Contract,
                Course = 1 + i % 2,
                Group = string.Create(CultureInfo.InvariantCulture, $"{programme.Prefix}-{1 + i % 2}9"),
                GraduationYear = study.GraduationYear + 2 - i % 2,
                Status = EnrolmentStatus.Studying,
            };
            return made with { Draft = SamePerson(made.Draft, made.Draft, second) };
        })];
    }

    /// <summary>
    /// Somebody written down twice: under another number without a СНИЛС, or with the same one after a marriage. They come in separately and wait for
    /// a decision.
    /// </summary>
    private static IEnumerable<MadeStudent> Repeated(List<MadeStudent> students, int count)
    {
        var chosen = students
            .Where(made => made.Draft is { Snils: not null, Name.Sex: Sex.Female, Enrolment: { Status: EnrolmentStatus.Studying, Course: >= 2 } })
            .Take(count).ToList();
        for (var i = 0; i < chosen.Count; i++)
        {
            var draft = chosen[i].Draft;
            var study = draft.Enrolment;
            var married = i == chosen.Count - 1 && count > 1;
            var again = new PersonDraft
            {
                Name = married ? draft.Name with { LastName = "Приречная" } : draft.Name,
                BirthDate = draft.BirthDate,
                Snils = married ? draft.Snils : null,
                Phone = draft.Phone,
                District = draft.District,
                Enrolment = new EnrolmentDraft
                {
                    ExternalId = string.Create(CultureInfo.InvariantCulture, $"П-{i + 1:000}"),
                    ProgrammeCode = study.ProgrammeCode,
                    Level = study.Level,
                    StudyForm = study.StudyForm,
                    Funding = study.Funding,
                    Course = study.Course,
                    Group = study.Group,
                    GraduationYear = study.GraduationYear,
                    Status = study.Status,
                },
            };
            yield return new MadeStudent(again, new FactSheet());
        }
    }

    private static PersonDraft SamePerson(PersonDraft identity, PersonDraft here, EnrolmentDraft study) => new()
    {
        Name = identity.Name,
        BirthDate = identity.BirthDate,
        Snils = identity.Snils,
        Phone = identity.Phone,
        Email = here.Email,
        District = here.District,
        DistrictAfter = here.DistrictAfter,
        TransferConsentOn = here.TransferConsentOn,
        RiskConsentOn = here.RiskConsentOn,
        Enrolment = study,
    };
}
