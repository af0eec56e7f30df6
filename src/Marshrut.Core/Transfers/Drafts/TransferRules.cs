using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Transfers.Drafts;

/// <summary>Who can be handed over (DOMAIN §9), and who is left out unless a specialist decides otherwise.</summary>
internal static class TransferRules
{
    /// <param name="offices">The employment centre and the other offices of its service: a consent names the service (DOMAIN §13).</param>
    /// <param name="isOnlyCentre">It is the only one with a live agreement: an imported consent that names nobody counts for it (R46).</param>
    /// <returns>Everything that is missing; empty: nothing.</returns>
    public static IEnumerable<TransferProblem> Problems(Candidate person, TransferKind kind, EmploymentService offices, bool isOnlyCentre)
    {
        if (person.IsHeld)
        {
            yield return TransferProblem.Held;
        }

        foreach (var problem in kind == TransferKind.HighRisk ? RiskProblems(person) : NeedsProblems(person))
        {
            yield return problem;
        }

        switch (person.Consent)
        {
            case null:
                yield return TransferProblem.NoConsent;
                break;
            case { RecipientId: null, Way: var way } when !isOnlyCentre || way != Consent.Imported:
                yield return TransferProblem.ConsentNamesNobody;
                break;
            case { RecipientId: { } named } when !offices.Has(named):
                yield return TransferProblem.ConsentNamesAnother;
                break;
        }

        if (person.Person.Phone is null && person.Person.Email is null)
        {
            yield return TransferProblem.NoContact;
        }
    }

    /// <returns>Null: the proposal takes the person while there are places.</returns>
    public static LeftOut? LeftOutBy(Candidate person, long centreId)
    {
        var flags = person.Block?.Flags ?? RiskFlags.None;
        return (flags & RiskFlags.TargetContract) != 0 || person.Enrolment.Funding == Funding.Target ? LeftOut.TargetContract
            : StudiesOn(person) ? LeftOut.FurtherStudy
            : (flags & RiskFlags.SignedOffer) != 0 ? LeftOut.SignedOffer
            : person.ServedById is { } served && served != centreId ? LeftOut.OtherDistrict
            : null;
    }

    private static bool StudiesOn(Candidate person) => person.Block is { } block
        && person.EnrolmentFacts.Resolve(FactCode.CertainWorkplace, block.AsOf).Value == FactValue.FurtherStudy;

    private static IEnumerable<TransferProblem> RiskProblems(Candidate person)
    {
        if (person.Assessment is not { } assessment)
        {
            yield return TransferProblem.NoLevel;
            yield break;
        }

        if (!assessment.IsHigh)
        {
            yield return TransferProblem.NotHigh;
        }
        else if (assessment.Status == AssessmentStatus.Proposed)
        {
            yield return TransferProblem.NotConfirmed;
        }
    }

    private static IEnumerable<TransferProblem> NeedsProblems(Candidate person)
    {
        if (!person.HasSpecialNeeds)
        {
            yield return TransferProblem.NoSpecialNeeds;
        }
    }
}
