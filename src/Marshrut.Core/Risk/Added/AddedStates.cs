using Marshrut.Rules.Profiling.Groups;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Added;

/// <summary>The states of an organisation's added characteristics, person by person, on one day.</summary>
/// <param name="supplement">What is added.</param>
/// <param name="asOf">Facts count if their validity covers this day (R25).</param>
/// <param name="statedMonths">How long stated facts of 11 and 12 stand.</param>
internal sealed class AddedStates(Supplement supplement, DateOnly asOf, int statedMonths)
{
    private readonly CharacteristicState[] states = new CharacteristicState[supplement.Added.Length];

    public bool IsEmpty => states.Length == 0;

    /// <summary>From number 15 on; the next person is written over it.</summary>
    public ReadOnlySpan<CharacteristicState> Of(EnrolmentToAssess row)
    {
        for (var i = 0; i < states.Length; i++)
        {
            // One that is not counted is not asked: nothing of it can be shown.
            states[i] = supplement.Added[i].Enabled ? supplement.Added[i].StateOf(field => Of(row, field)) : CharacteristicState.Unknown;
        }

        return states;
    }

    public RuleValue Of(EnrolmentToAssess row, string field)
    {
        var study = row.Study ?? throw new InvalidOperationException("The register was read without its studies.");
        if (study.Of(field, asOf) is { } known)
        {
            return known;
        }

        var fact = RuleFields.FactOf(field) ?? throw new ArgumentOutOfRangeException(nameof(field), field, "No field of an added characteristic.");
        return StudyRow.OfFact(fact.IsOfPerson ? row.PersonFacts.Resolve(fact, asOf) : row.EnrolmentFacts.Resolve(fact, asOf, statedMonths));
    }
}
