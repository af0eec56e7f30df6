using Marshrut.Rules.Risk;
using static Marshrut.Rules.Risk.FactCode;
using static Marshrut.Rules.Risk.FactValue;

namespace Marshrut.Seeding.Students;

/// <summary>
/// Draws the facts of DOMAIN §7 for a student, correlated as they are in life: a field that feeds its people gives practice and offers, the last
/// course knows more of itself than the first, men are called up, a fair brings a CV with it.
/// </summary>
internal sealed class FactMaker(OrganizationHabits habits, SeedDates dates)
{
    public FactSheet Make(SeededRandom random, Student student)
    {
        var sheet = new FactSheet();
        var drive = 0.4 * student.Programme.Drive + 0.6 * random.Share();
        Statuses(random, student, sheet);
        Health(random, sheet);
        Experience(random, student, drive, sheet);
        Contacts(random, student, drive, sheet);
        Preparation(random, student, drive, sheet);
        Workplace(random, student, drive, sheet);
        return sheet;
    }

    private void Statuses(SeededRandom random, Student student, FactSheet sheet)
    {
        var man = student.Sex == Sex.Male;
        var orphan = random.Chance(student.IsHigher ? 0.009 : 0.021);
        State(random, sheet, Orphan, orphan, 0.97);
        State(random, sheet, Conscription, man && random.Chance(student.IsGraduate ? 0.16 : student.IsLast ? 0.05 : 0.004), man ? 0.8 : 0.95);
        State(random, sheet, MobilisedOrContract, man && random.Chance(student.IsLeaving ? 0.012 : 0.004), man ? 0.85 : 0.95);
        State(random, sheet, ParentalLeave, !man && random.Chance(student.IsGraduate ? 0.05 : student.IsLast ? 0.02 : 0.003), man ? 0.9 : 0.8);
        if (random.Chance(orphan ? 0.3 : 0.03))
        {
            sheet.Add(RelativesInformallyEmployed, FactEntry.ByHand(random.Chance(orphan ? 0.4 : 0.25) ? Yes : No, dates.LastSpring(random)));
        }
    }

    /// <summary>What is the case is nearly always written down; what is not, as often as the organisation fills its columns.</summary>
    private void State(SeededRandom random, FactSheet sheet, FactCode code, bool isSo, double known)
    {
        var isWritten = random.Chance(isSo ? 0.97 : known * habits.StatusKnown);
        if (isWritten)
        {
            sheet.Add(code, FactEntry.Imported(code, isSo ? Yes : No, dates.RegisterOn));
        }
    }

    private void Health(SeededRandom random, FactSheet sheet)
    {
        var disabled = random.Chance(0.032);
        if (!random.Chance(disabled ? 0.8 : habits.HealthConsent))
        {
            return;
        }

        sheet.HealthConsentOn = dates.LastYear(random);
        sheet.Add(Disability, FactEntry.Imported(Disability, disabled ? Yes : No, dates.RegisterOn));
    }

    private void Experience(SeededRandom random, Student student, double drive, FactSheet sheet)
    {
        // Practice stands in the curriculum: nobody has it on the first course, nearly everybody has on the last.
        var progress = student.IsGraduate ? 1 : (double)student.Course / student.Programme.Years;
        var known = progress >= 1 ? 1 : progress > 0.7 ? 0.75 : progress > 0.45 ? 0.45 : 0.03;
        var has = random.Chance(progress >= 1 ? 0.72 + 0.25 * drive : 0.62 + 0.32 * drive);
        if (random.Chance(known * habits.PracticeKnown))
        {
            sheet.Add(FieldExperience, FactEntry.Imported(FieldExperience, has ? Yes : No, dates.RegisterOn));
        }

        if (has && random.Chance(known * 0.25))
        {
            sheet.Add(FieldExperience, FactEntry.Recorded(Yes, dates.LastYear(random)));
        }

        if (habits.RecordsPractice && !student.IsGraduate && random.Chance(0.55 + 0.4 * drive))
        {
            sheet.Add(FieldExperience, FactEntry.Recorded(Yes, dates.Recent(random)));
        }
    }

    private void Contacts(SeededRandom random, Student student, double drive, FactSheet sheet)
    {
        var known = student.IsLeaving ? 0.88 : student.Course > 1 ? 0.5 : 0.06;
        var has = random.Chance(0.64 + 0.3 * drive);
        if (random.Chance(known * habits.ContactKnown))
        {
            sheet.Add(EmployerContact, FactEntry.Imported(EmployerContact, has ? Yes : No, dates.RegisterOn));
        }

        if (has && random.Chance(known * 0.2))
        {
            sheet.Add(EmployerContact, FactEntry.Recorded(Yes, dates.LastYear(random)));
        }

        if (habits.RecordsContact && !student.IsGraduate && random.Chance(student.Course == 1 ? 0.95 : 0.8 + 0.19 * drive))
        {
            sheet.Add(EmployerContact, FactEntry.Recorded(Yes, dates.Recent(random)));
        }
    }

    private void Preparation(SeededRandom random, Student student, double drive, FactSheet sheet)
    {
        var known = student.IsLeaving ? 0.9 : student.Course > 1 ? 0.35 : 0.03;
        var has = random.Chance((student.IsLeaving ? 0.54 : 0.46) + 0.4 * drive);
        if (random.Chance(known * habits.PreparationKnown))
        {
            sheet.Add(JobSearchPreparation, FactEntry.Imported(JobSearchPreparation, has ? Yes : No, dates.RegisterOn));
        }

        if (habits.RecordsPreparation && random.Chance(0.62 + 0.3 * drive))
        {
            sheet.Add(JobSearchPreparation, FactEntry.Recorded(Yes, dates.Recent(random)));
        }
        else if (has && random.Chance(known * 0.1))
        {
            sheet.Add(JobSearchPreparation, FactEntry.ByHand(Yes, dates.LastSpring(random)));
        }
    }

    private void Workplace(SeededRandom random, Student student, double drive, FactSheet sheet)
    {
        var coverage = habits.Survey * (student.IsLeaving ? 1 : student.Course > 1 ? 0.12 : 0.03);
        if (!random.Chance(coverage))
        {
            return;
        }

        var plan = Plan(random, student, drive);
        var work = Work(random, student, drive);
        var source = random.Share();
        if (source < 0.22)
        {
            var certain = plan is SignedContract or OwnBusiness or FurtherStudy ? Yes : No;
            sheet.Add(CertainWorkplace, FactEntry.Imported(CertainWorkplace, certain, dates.RegisterOn));
            sheet.Add(WorksInField, FactEntry.Imported(WorksInField, work, dates.RegisterOn));
            return;
        }

        // Some answered last spring, some this autumn, and a few so long ago that the answer no longer stands.
        var on = source < 0.5 ? dates.LastSpring(random) : source < 0.94 ? dates.Recent(random) : dates.LastYear(random).AddYears(-1);
        sheet.Add(CertainWorkplace, FactEntry.Answered(plan, on));
        sheet.Add(WorksInField, FactEntry.Answered(work, on));
    }

    private static FactValue Plan(SeededRandom random, Student student, double drive)
    {
        if (student.Sex == Sex.Male && student.IsLeaving && random.Chance(0.13))
        {
            return ArmyNext;
        }

        var roll = random.Share();
        if (!random.Chance(0.35 + 0.5 * drive))
        {
            return roll < 0.3 ? OralAgreement : roll < 0.75 ? Searching : roll < 0.97 || student.Sex == Sex.Male ? DoesNotKnow : ChildcareNext;
        }

        return roll < 0.55 ? SignedContract : roll < 0.62 ? OwnBusiness : FurtherStudy;
    }

    /// <summary>A third of those who work do so outside their field, more of the workers' trades (DOMAIN §14).</summary>
    private static FactValue Work(SeededRandom random, Student student, double drive)
    {
        if (!random.Chance(student.IsGraduate ? 0.7 : student.IsLast ? 0.4 : 0.2))
        {
            return NotWorking;
        }

        var outside = student.Programme.Level switch
        {
            EducationLevel.SkilledWorker => 0.44,
            EducationLevel.MidLevelSpecialist => 0.4,
            _ => 0.25,
        };
        return random.Chance(outside * (1.5 - drive)) ? No : Yes;
    }
}
