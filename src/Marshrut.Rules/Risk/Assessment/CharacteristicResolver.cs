using static Marshrut.Rules.Risk.CharacteristicState;

namespace Marshrut.Rules.Risk;

/// <summary>
/// Turns the facts of an enrolment into the states of the fourteen characteristics with their evidence (DOMAIN §7, R17, R18, R24, R25,
/// R40). One resolver serves one organisation on one day; <see cref="Resolve"/> allocates nothing.
/// </summary>
/// <param name="version">The methodology version: rules about records and terms.</param>
/// <param name="asOf">Facts count if their validity covers this day (R25).</param>
/// <param name="kept">Which records the organisation keeps in the study year.</param>
/// <param name="mayUseRestricted">
/// Whether the organisation may hold facts 4 and 14. When not, they are passed over as if they were not there: its assessment rests only
/// on what it may hold (R38).
/// </param>
public sealed class CharacteristicResolver(MethodologyParameters version, DateOnly asOf, RecordsKept kept, bool mayUseRestricted)
{
    private readonly CompactDate _asOf = asOf;
    private readonly int _statedMonths = version.StatedValidityMonths;
    private readonly RecordsRule _experienceRule = version.RecordsRuleOf((int)FactCode.FieldExperience);
    private readonly RecordsRule _contactRule = version.RecordsRuleOf((int)FactCode.EmployerContact);
    private readonly RecordsRule _preparationRule = version.RecordsRuleOf((int)FactCode.JobSearchPreparation);

    /// <summary>The states of 1–14; <paramref name="field"/> is the finding of characteristic 1 for the programme.</summary>
    public ResolvedCharacteristics Resolve(in PersonFacts person, in EnrolmentFacts enrolment, in FieldEmployment field)
    {
        var result = new ResolvedCharacteristics();
        result.Set(1, field.State, new StateEvidence(field.Finding, FactSource.Statistics, date: field.ImportedOn));
        ResolveDisability(person, ref result);
        ResolveStatus(person, FactCode.Orphan, ref result);
        ResolveStatus(person, FactCode.Conscription, ref result);
        ResolveStatus(person, FactCode.MobilisedOrContract, ref result);
        ResolveStatus(person, FactCode.ParentalLeave, ref result);
        ResolveActivity(enrolment, FactCode.FieldExperience, _experienceRule, ref result);
        ResolveActivity(enrolment, FactCode.EmployerContact, _contactRule, ref result);
        ResolveActivity(enrolment, FactCode.JobSearchPreparation, _preparationRule, ref result);
        ResolveProfiling(enrolment, FactCode.CertainWorkplace, ref result);
        ResolveProfiling(enrolment, FactCode.WorksInField, ref result);
        ResolveStatus(person, FactCode.RelativesInformallyEmployed, ref result);
        ResolveOffence(person, ref result);
        ResolveOrphanCombination(person, ref result);
        return result;
    }

    /// <summary>What a value of a fact says of its characteristic: for 8–12 the fact names the good thing (R17, R40).</summary>
    public static CharacteristicState StateOf(FactCode code, FactValue value) => value switch
    {
        FactValue.Unknown or FactValue.ArmyNext or FactValue.ChildcareNext => Unknown,
        FactValue.Yes => code is >= FactCode.FieldExperience and <= FactCode.WorksInField ? Absent : Present,
        FactValue.No => code is >= FactCode.FieldExperience and <= FactCode.WorksInField ? Present : Absent,
        FactValue.NotWorking or FactValue.SignedContract or FactValue.OwnBusiness or FactValue.FurtherStudy => Absent,
        FactValue.OralAgreement or FactValue.Searching or FactValue.DoesNotKnow => Present,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a value of a fact."),
    };

    private void ResolveDisability(in PersonFacts person, ref ResolvedCharacteristics result)
    {
        // Without the consent nothing should be stored; if it was withdrawn, what is left must not speak (R2).
        if (person.HealthConsentOn.Raw == 0)
        {
            result.Set((int)FactCode.Disability, Unknown, new StateEvidence(EvidenceCode.NoHealthConsent));
            return;
        }

        ResolveStatus(person, FactCode.Disability, ref result);
    }

    private void ResolveStatus(in PersonFacts person, FactCode code, ref ResolvedCharacteristics result)
    {
        var entry = person.Resolve(code, _asOf);
        SetFromEntry(code, entry, entry.IsEmpty ? person.Lapsed(code, _asOf) : default, ref result);
    }

    private void ResolveProfiling(in EnrolmentFacts enrolment, FactCode code, ref ResolvedCharacteristics result)
    {
        var entry = enrolment.Resolve(code, _asOf, _statedMonths);
        SetFromEntry(code, entry, entry.IsEmpty ? enrolment.Lapsed(code, _asOf, _statedMonths) : default, ref result);
    }

    private void ResolveActivity(in EnrolmentFacts enrolment, FactCode code, RecordsRule rule, ref ResolvedCharacteristics result)
    {
        var entry = enrolment.Resolve(code, _asOf);
        if (!entry.IsEmpty)
        {
            SetFromEntry(code, entry, default, ref result);
            return;
        }

        var (state, finding) = rule switch
        {
            RecordsRule.Always => (Present, EvidenceCode.NoRecordCounts),
            RecordsRule.Never => (Unknown, EvidenceCode.NoRecordIgnored),
            _ when kept.Of(code) => (Present, EvidenceCode.NoRecordWhereKept),
            _ => (Unknown, EvidenceCode.NoRecordWhereNotKept),
        };
        // Without a day of its own: the day is the assessment's, and the evidence stays equal from run to run (R26).
        result.Set((int)code, state, new StateEvidence(finding, state == Unknown ? FactSource.None : FactSource.SystemRecord));
    }

    private void ResolveOffence(in PersonFacts person, ref ResolvedCharacteristics result)
    {
        if (mayUseRestricted)
        {
            ResolveStatus(person, FactCode.PriorOffence, ref result);
            return;
        }

        result.Set((int)FactCode.PriorOffence, Unknown, new StateEvidence(EvidenceCode.NotHeldHere));
    }

    /// <summary>4 = 3 and (13 or 14); the own column adds: present if either says so, «нет» decides only an Unknown (R18).</summary>
    private void ResolveOrphanCombination(in PersonFacts person, ref ResolvedCharacteristics result)
    {
        var derived = result.StateOf(3).And(result.StateOf(13).Or(result.StateOf(14)));
        var own = mayUseRestricted
            ? StateOf(FactCode.OrphanInformalOrOffence, person.Resolve(FactCode.OrphanInformalOrOffence, _asOf).Value)
            : Unknown;
        var state = own == Present || derived == Unknown ? own : derived;
        result.Set(4, state, new StateEvidence(EvidenceCode.Restricted));
    }

    private static void SetFromEntry(FactCode code, FactEntry entry, FactEntry lapsed, ref ResolvedCharacteristics result)
    {
        var evidence = !entry.IsEmpty ? StateEvidence.Of(EvidenceCode.Fact, entry)
            : !lapsed.IsEmpty ? StateEvidence.Of(EvidenceCode.Lapsed, lapsed)
            : default;
        result.Set((int)code, StateOf(code, entry.Value), evidence);
    }
}
