using Marshrut.Rules.Risk;

namespace Marshrut.Bench.Kernel;

/// <summary>
/// One person as a rule engine takes it: the facts in force on the day and the statistics, resolved beforehand, which our own run has to do
/// within its time.
/// </summary>
public sealed class RuleEnginePerson
{
    private readonly PersonFacts _person;
    private readonly EnrolmentFacts _enrolment;

    public RuleEnginePerson(in PersonFacts person, in EnrolmentFacts enrolment, FieldEmployment field, RecordsKept kept, DateOnly asOf)
    {
        _person = person;
        _enrolment = enrolment;
        HasHealthConsent = person.HealthConsentOn.Day is not null;
        ProgrammeGraduates = field.ProgrammeGraduates;
        ProgrammeEmployed = field.ProgrammeEmployed;
        ReferenceGraduates = field.ReferenceGraduates;
        ReferenceEmployed = field.ReferenceEmployed;
        KeepsExperience = kept.FieldExperience;
        KeepsContacts = kept.EmployerContact;
        KeepsPreparation = kept.JobSearchPreparation;
        Disability = OfPerson(FactCode.Disability, asOf);
        Orphan = OfPerson(FactCode.Orphan, asOf);
        OrphanOwn = OfPerson(FactCode.OrphanInformalOrOffence, asOf);
        Conscription = OfPerson(FactCode.Conscription, asOf);
        Mobilised = OfPerson(FactCode.MobilisedOrContract, asOf);
        ParentalLeave = OfPerson(FactCode.ParentalLeave, asOf);
        Relatives = OfPerson(FactCode.RelativesInformallyEmployed, asOf);
        Offence = OfPerson(FactCode.PriorOffence, asOf);
        Experience = OfEnrolment(FactCode.FieldExperience, asOf);
        Contact = OfEnrolment(FactCode.EmployerContact, asOf);
        Preparation = OfEnrolment(FactCode.JobSearchPreparation, asOf);
        Workplace = OfEnrolment(FactCode.CertainWorkplace, asOf);
        InField = OfEnrolment(FactCode.WorksInField, asOf);
    }

    public long ProgrammeGraduates { get; }

    public long ProgrammeEmployed { get; }

    public long ReferenceGraduates { get; }

    public long ReferenceEmployed { get; }

    public bool HasHealthConsent { get; }

    public bool KeepsExperience { get; }

    public bool KeepsContacts { get; }

    public bool KeepsPreparation { get; }

    // 0 unknown, 1 yes, 2 no.
    public int Disability { get; }

    public int Orphan { get; }

    public int OrphanOwn { get; }

    public int Conscription { get; }

    public int Mobilised { get; }

    public int ParentalLeave { get; }

    public int Experience { get; }

    public int Contact { get; }

    public int Preparation { get; }

    public int Workplace { get; }

    public int InField { get; }

    public int Relatives { get; }

    public int Offence { get; }

    private int OfPerson(FactCode code, DateOnly asOf) => (int)_person.Resolve(code, asOf).Value;

    private int OfEnrolment(FactCode code, DateOnly asOf) => (int)_enrolment.Resolve(code, asOf).Value;
}
