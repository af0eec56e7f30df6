using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Imports.Planning;

/// <summary>How an imported «да» or «нет» is laid over what is known.</summary>
internal static class FactLaying
{
    private static readonly FactCode[] OfPerson = [.. Enum.GetValues<FactCode>().Where(code => code.IsOfPerson)];
    private static readonly FactCode[] OfEnrolment = [.. Enum.GetValues<FactCode>().Where(code => !code.IsOfPerson)];

    /// <summary>
    /// The same value changes nothing while it is valid: a re-import is no news (DOMAIN §5). An expired one is stated anew by a later file (R25).
    /// </summary>
    public static bool Changes(FactEntry stated, FactValue value, DateOnly today) =>
        value == FactValue.Unknown
            ? !stated.IsEmpty
            : stated.Value != value || (stated.ValidTo.Day is { } end && end < today);

    public static void Put(ref PersonFacts facts, ImportedFact fact, DateOnly today)
    {
        if (fact.Value == FactValue.Unknown)
        {
            facts.Clear(fact.Code, FactRank.Stated);
        }
        else
        {
            facts.Set(fact.Code, FactEntry.Imported(fact.Code, fact.Value, today));
        }
    }

    public static void Put(ref EnrolmentFacts facts, ImportedFact fact, DateOnly today)
    {
        if (fact.Value == FactValue.Unknown)
        {
            facts.Clear(fact.Code, FactRank.Stated);
        }
        else
        {
            facts.Set(fact.Code, FactEntry.Imported(fact.Code, fact.Value, today));
        }
    }

    public static IEnumerable<FieldChange> Differences(PersonFacts before, PersonFacts after)
    {
        if (before.HealthConsentOn != after.HealthConsentOn)
        {
            yield return new FieldChange("consentHealth", FactText.Of(before.HealthConsentOn), FactText.Of(after.HealthConsentOn), IsSensitive: true);
        }

        foreach (var code in OfPerson)
        {
            if (Difference(code, before.Get(code, FactRank.Stated), after.Get(code, FactRank.Stated)) is { } change)
            {
                yield return change;
            }
        }
    }

    public static IEnumerable<FieldChange> Differences(EnrolmentFacts before, EnrolmentFacts after)
    {
        foreach (var code in OfEnrolment)
        {
            if (Difference(code, before.Get(code, FactRank.Stated), after.Get(code, FactRank.Stated)) is { } change)
            {
                yield return change;
            }
        }
    }

    private static FieldChange? Difference(FactCode code, FactEntry before, FactEntry after) => before == after
        ? null
        : new FieldChange(Characteristics.Of(code).Code, FactText.Of(before), FactText.Of(after), Characteristics.Of(code).Sensitivity != Sensitivity.Ordinary);
}
