using Marshrut.Rules.People;

namespace Marshrut.Rules.Risk;

/// <summary>What the register says of an enrolment besides the facts of DOMAIN §7.</summary>
/// <param name="Status">обучается, академический отпуск, выпускник, отчислен.</param>
/// <param name="GraduationYear">Год выпуска.</param>
/// <param name="Scope">Programme, level of education, kind of organisation and region: decide the overrides.</param>
/// <param name="HasTargetContract">Funding «целевое», or a target contract recorded (R22).</param>
/// <param name="HasRecordedOffer">A signed job offer is recorded in the system.</param>
/// <param name="IsKnownWithoutWork">The last recorded outcome is without work.</param>
public readonly record struct EnrolmentSituation(
    EnrolmentStatus Status,
    int GraduationYear,
    PersonScope Scope,
    bool HasTargetContract = false,
    bool HasRecordedOffer = false,
    bool IsKnownWithoutWork = false)
{
    /// <summary>What moves the priority (R20, R22), given the characteristics found on <paramref name="asOf"/>.</summary>
    public RiskFlags FlagsOn(DateOnly asOf, in ResolvedCharacteristics found)
    {
        const int Workplace = (int)FactCode.CertainWorkplace;
        var withoutWork = found.StateOf(Workplace) == CharacteristicState.Present || IsKnownWithoutWork;
        var signed = found.EvidenceOf(Workplace) is { Code: EvidenceCode.Fact, Value: FactValue.SignedContract } || HasRecordedOffer;
        return (LastCourse.IsLast(Status, GraduationYear, asOf) ? RiskFlags.LastCourse : 0)
            | (Status == EnrolmentStatus.Graduate && withoutWork ? RiskFlags.GraduateWithoutWork : 0)
            | (signed ? RiskFlags.SignedOffer : 0)
            | (HasTargetContract ? RiskFlags.TargetContract : 0);
    }
}
