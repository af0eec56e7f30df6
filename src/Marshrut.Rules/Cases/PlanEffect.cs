using Marshrut.Rules.Risk;

namespace Marshrut.Rules.Cases;

/// <summary>What becomes of the level that was handed over when a plan is done: the same kernel, with the characteristics that its steps remove taken out.</summary>
/// <param name="After">The level when everything is done.</param>
/// <param name="PriorityBefore">As it was handed over; null: no high level was.</param>
/// <param name="PriorityAfter">Null: the level is not high any more.</param>
/// <param name="Removed">Bits of present characteristics that steps, done or ahead, remove.</param>
/// <param name="RemovedAlready">Of them, those whose step is done.</param>
/// <param name="Remaining">Bits that no step removes.</param>
public readonly record struct PlanEffect(RiskLevel After, int? PriorityBefore, int? PriorityAfter, uint Removed, uint RemovedAlready, uint Remaining)
{
    /// <param name="present">Bits of the characteristics that were handed over as present.</param>
    /// <param name="proved">Bits whose step is done.</param>
    /// <param name="planned">Bits whose step is ahead.</param>
    /// <param name="othersRemain">Characteristics of the ЦК's own were handed over, too: no step here removes them, so they keep the level high.</param>
    /// <param name="situation">Of the study, for the overrides and the bonuses.</param>
    /// <param name="asOf">The day that the last course is told by.</param>
    /// <param name="handedPriority">What the ЦК's determination gave: parts of it may rest on what was not handed over, and they stay.</param>
    /// <param name="methodology">In force.</param>
    public static PlanEffect Of(
        uint present, uint proved, uint planned, bool othersRemain, EnrolmentSituation situation, DateOnly asOf, int? handedPriority, CompiledMethodology methodology)
    {
        var removed = present & (proved | planned);
        var remaining = present & ~removed;
        var before = Evaluate(present, situation, asOf, methodology);
        var after = Evaluate(remaining, situation, asOf, methodology);
        var kept = handedPriority is { } handed && before.Priority is { } computed ? handed - computed : 0;
        return othersRemain
            ? new PlanEffect(RiskLevel.High, handedPriority ?? before.Priority, (after.Priority ?? 0) + kept, removed, present & proved, remaining)
            : new PlanEffect(after.Level, handedPriority ?? before.Priority, after.Priority + kept, removed, present & proved, remaining);
    }

    private static RiskOutcome Evaluate(uint present, EnrolmentSituation situation, DateOnly asOf, CompiledMethodology methodology)
    {
        var found = default(ResolvedCharacteristics);
        foreach (var characteristic in Characteristics.Federal)
        {
            found.Set(characteristic.Number, (present & characteristic.Bit) != 0 ? CharacteristicState.Present : CharacteristicState.Absent, default);
        }

        return RiskKernel.Evaluate(new PersonMask(found.Present, found.Known, methodology.VariantFor(situation.Scope), situation.FlagsOn(asOf, found)), methodology);
    }
}
