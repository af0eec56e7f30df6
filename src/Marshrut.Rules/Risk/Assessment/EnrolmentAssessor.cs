namespace Marshrut.Rules.Risk;

/// <summary>
/// The whole determination of risk for one enrolment after another (DOMAIN §7): facts → states → level and priority → the block that is
/// stored. One assessor serves one organisation on one day; it allocates nothing per person.
/// </summary>
/// <param name="methodology">The version in force.</param>
/// <param name="field">Employment statistics of the organisation's region.</param>
/// <param name="asOf">The day facts must be valid on.</param>
/// <param name="kept">Which records the organisation keeps.</param>
/// <param name="mayUseRestricted">Whether the organisation may hold offences (R1, R38).</param>
public sealed class EnrolmentAssessor(
    CompiledMethodology methodology, EmploymentField field, DateOnly asOf, RecordsKept kept, bool mayUseRestricted)
{
    private readonly CharacteristicResolver _resolver = new(methodology.Version, asOf, kept, mayUseRestricted);

    /// <summary>The block to seal and store; its <see cref="AssessmentBlock.Outcome"/> is what lists show.</summary>
    /// <param name="person">Facts of the person.</param>
    /// <param name="enrolment">Facts of the enrolment.</param>
    /// <param name="situation">What the register says besides.</param>
    /// <param name="added">States of the added characteristics, from number 15 on; none where the organisation added none.</param>
    public AssessmentBlock Assess(in PersonFacts person, in EnrolmentFacts enrolment, in EnrolmentSituation situation, ReadOnlySpan<CharacteristicState> added = default)
    {
        var version = methodology.Version;
        var (parameters, variant) = methodology.Find(situation.Scope);
        var employment = field.Find(situation.Scope.ProgrammeCode, parameters);
        var found = _resolver.Resolve(person, enrolment, employment);
        for (var i = 0; i < added.Length; i++)
        {
            found.Set(Characteristics.FederalCount + 1 + i, added[i], EvidenceOf(added[i]));
        }

        var flags = situation.FlagsOn(asOf, found);
        var mask = new PersonMask(found.Present, found.Known, variant, flags);
        return new AssessmentBlock(parameters)
        {
            TemplateVersion = EvidenceTexts.Current,
            AsOf = asOf,
            Rule = version.Rule,
            Threshold = (short)version.Points,
            Outcome = RiskKernel.Evaluate(mask, methodology),
            Flags = flags,
            Category = situation.Scope.Category,
            LastCourseBonus = (byte)version.LastCourseBonus,
            GraduateWithoutWorkBonus = (byte)version.GraduateWithoutWorkBonus,
            OfferDiscount = (byte)version.OfferDiscount,
            Field = employment,
            Found = found,
        };
    }

    private static StateEvidence EvidenceOf(CharacteristicState added) => new(added switch
    {
        CharacteristicState.Present => EvidenceCode.RuleHolds,
        CharacteristicState.Absent => EvidenceCode.RuleFails,
        _ => EvidenceCode.RuleUnsaid,
    });
}
