using System.Globalization;
using Marshrut.Seeding.Names;
using Marshrut.Seeding.Registers;

namespace Marshrut.Seeding.Students;

/// <summary>A student and everything that was said of him.</summary>
public sealed record MadeStudent(PersonDraft Draft, FactSheet Sheet)
{
    /// <summary>The draft with the facts that were known on a day.</summary>
    public PersonDraft DraftOn(DateOnly day)
    {
        Draft.Facts = Sheet.PersonOn(day);
        Draft.Enrolment.Facts = Sheet.EnrolmentOn(day);
        return Draft;
    }
}

/// <summary>
/// Makes the people of one organisation: course, group, year and status agree with each other. Each person has a random stream of his own, so the
/// n-th is the same whoever was made before.
/// </summary>
public sealed class StudentMaker
{
    private const ulong StreamStep = 0xD1B54A32D192ED03;

    /// <summary>People of one organisation have numbers of one block.</summary>
    private const int NumbersEach = 100_000;
    private const int GroupSize = 25;

    private readonly OrganizationPlan plan;
    private readonly SeedDates dates;
    private readonly ulong seed;
    private readonly bool inBulk;
    private readonly FactMaker facts;
    private readonly int weights;

    /// <param name="inBulk">Telephones of the larger block, so that few are repeated.</param>
    public StudentMaker(OrganizationPlan plan, SeedDates dates, ulong seed, bool inBulk = false)
    {
        this.plan = plan;
        this.dates = dates;
        this.seed = seed ^ ((ulong)plan.Number << 32);
        this.inBulk = inBulk;
        facts = new FactMaker(plan.Habits, dates);
        weights = plan.Programmes.Sum(programme => programme.Weight);
    }

    public MadeStudent Make(int index)
    {
        var random = new SeededRandom(seed + (ulong)index * StreamStep);
        var programme = PickProgramme(random);
        var sex = random.Chance(programme.Men) ? Sex.Male : Sex.Female;
        var name = PersonNames.Draw(random, sex);
        var (course, status, graduationYear) = Standing(random, programme);
        var student = new Student(sex, programme, course, status, status is EnrolmentStatus.Studying or EnrolmentStatus.AcademicLeave && graduationYear <= dates.ClassYear + 1);
        var entryYear = graduationYear - programme.Years;
        var number = (long)plan.Number * NumbersEach + index;
        var sheet = facts.Make(random, student);
        var district = District(random);
        var draft = new PersonDraft
        {
            Name = name,
            BirthDate = BirthDate(random, student, entryYear),
            Snils = random.Chance(0.95) ? FictionalContacts.Snils(number) : null,
            Phone = random.Chance(0.965) ? inBulk ? FictionalContacts.BulkPhone(number) : FictionalContacts.Phone(number) : null,
            Email = random.Chance(0.75) ? FictionalContacts.Email(name, index + 1, plan.Domain) : null,
            District = district,
            DistrictAfter = student.IsLeaving && random.Chance(0.6) ? random.Chance(0.8) ? district : District(random) : null,
            TransferConsentOn = Consent(random, plan.Habits.TransferConsent * (student.IsLeaving ? 1.1 : 0.9)),
            RiskConsentOn = plan.Habits.RiskConsent is { } share ? Consent(random, share) : null,
            Enrolment = new EnrolmentDraft
            {
                ExternalId = string.Create(CultureInfo.InvariantCulture, $"{entryYear % 100:00}-{index + 1:00000}"),
                ProgrammeCode = programme.Code,
                Level = programme.Level,
                StudyForm = Form(random, student),
                Funding = MoneyOf(random, programme),
                Course = course,
                Group = Group(random, programme, course),
                GraduationYear = graduationYear,
                Status = status,
            },
        };
        return new MadeStudent(draft, sheet);
    }

    private ProgrammePlan PickProgramme(SeededRandom random)
    {
        var at = random.Below(weights);
        foreach (var programme in plan.Programmes)
        {
            at -= programme.Weight;
            if (at < 0)
            {
                return programme;
            }
        }

        return plan.Programmes[^1];
    }

    /// <summary>Each course is a little smaller than the one before; a register holds graduates of two or three years besides.</summary>
    private (int Course, EnrolmentStatus Status, int GraduationYear) Standing(SeededRandom random, ProgrammePlan programme)
    {
        var roll = random.Share();
        if (roll < 0.19)
        {
            var ago = roll < 0.09 ? 0 : roll < 0.16 ? 1 : roll < 0.185 ? 2 : 3;
            return (programme.Years, EnrolmentStatus.Graduate, dates.ClassYear - ago);
        }

        var course = Math.Min(random.Between(1, programme.Years), random.Chance(0.12) ? random.Between(1, programme.Years) : programme.Years);
        var status = roll < 0.212 ? EnrolmentStatus.AcademicLeave : roll < 0.232 ? EnrolmentStatus.Expelled : EnrolmentStatus.Studying;
        return (course, status, dates.ClassYear + 1 + programme.Years - course + (status == EnrolmentStatus.AcademicLeave && random.Chance(0.5) ? 1 : 0));
    }

    private static DateOnly BirthDate(SeededRandom random, Student student, int entryYear)
    {
        var age = student.Programme.Level switch
        {
            EducationLevel.SkilledWorker or EducationLevel.MidLevelSpecialist => random.Chance(0.82) ? 15 : random.Between(16, 18),
            EducationLevel.Master or EducationLevel.Postgraduate => random.Between(21, 25),
            _ => random.Chance(0.85) ? 17 : random.Between(18, 22),
        };
        var late = random.Chance(0.03) ? random.Between(3, 18) : 0;
        var turning = new DateOnly(entryYear - age - late, 9, 1);
        return random.Between(turning.AddDays(-364), turning);
    }

    private DateOnly? Consent(SeededRandom random, double share)
    {
        if (!random.Chance(share))
        {
            return null;
        }

        // Most are signed when the register is made up, some come later.
        return random.Chance(0.88) ? random.Between(dates.RegisterOn.AddDays(-40), dates.RegisterOn) : dates.Recent(random);
    }

    private string District(SeededRandom random) => random.Chance(0.6) ? plan.Districts[0] : random.Pick(plan.Districts);

    private static StudyForm Form(SeededRandom random, Student student)
    {
        var roll = random.Share();
        return roll < (student.IsHigher ? 0.76 : 0.91) ? StudyForm.FullTime : roll < (student.IsHigher ? 0.84 : 0.93) ? StudyForm.PartTime : StudyForm.Correspondence;
    }

    private static Funding MoneyOf(SeededRandom random, ProgrammePlan programme)
    {
        var roll = random.Share();
        return roll < 0.1 * programme.Drive ? Funding.Target : roll < 0.3 ? Funding.Contract : Funding.Budget;
    }

    private string Group(SeededRandom random, ProgrammePlan programme, int course)
    {
        var onCourse = plan.People * programme.Weight / weights * 0.81 / programme.Years;
        var groups = Math.Clamp((int)Math.Round(onCourse / GroupSize), 1, 9);
        return string.Create(CultureInfo.InvariantCulture, $"{programme.Prefix}-{course}{random.Between(1, groups)}");
    }
}
