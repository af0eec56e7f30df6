using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Plans;

/// <summary>The individual plan of a case: goals, steps, a term, and the person's agreement to it (DOMAIN §9). It does not replace the plan of art. 26 of 565-ФЗ.</summary>
public sealed class Plan : IOwned
{
    public required long Id { get; init; }

    /// <summary>The employment centre.</summary>
    public required long OrganizationId { get; init; }

    public required long CaseId { get; init; }

    public required DateOnly MadeOn { get; init; }

    public DateOnly EndsOn { get; private set; }

    /// <summary>Number of the version that stands now, from 1. A change of what was agreed begins the next.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>The day on which the person agreed to the version that stands; null: not yet.</summary>
    public DateOnly? AgreedOn { get; private set; }

    public AgreementWay? AgreedWay { get; private set; }

    /// <summary>Sealed words of the goals in their order (<see cref="PlanGoals"/>).</summary>
    public required byte[] Goals { get; set; }

    /// <summary>Grows with every change; a form that was filled in from another version is told of the change first.</summary>
    public int Version { get; private set; }

    /// <summary>What the person would agree to has changed: a version that was agreed is followed by the next.</summary>
    public void Change()
    {
        Number += AgreedOn is null ? 0 : 1;
        (AgreedOn, AgreedWay) = (null, null);
        Version++;
    }

    /// <summary>A mark on what is agreed: nothing is to be agreed anew.</summary>
    public void Mark() => Version++;

    public void EndOn(DateOnly day) => EndsOn = day;

    /// <exception cref="RuleViolation"><c>agreed-already</c>.</exception>
    public void Agree(DateOnly on, AgreementWay way)
    {
        if (AgreedOn is not null)
        {
            throw new RuleViolation("agreed-already", "Эта версия плана уже согласована. Обновите страницу.");
        }

        (AgreedOn, AgreedWay) = (on, way);
        Version++;
    }
}
