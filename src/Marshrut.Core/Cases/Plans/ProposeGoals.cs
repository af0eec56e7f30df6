using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <param name="Because">Titles of the characteristics that propose it; empty: it is only chosen by hand.</param>
public sealed record ProposedSet(PlanSet Set, IReadOnlyList<Measure> Steps, IReadOnlyList<string> Because);

/// <param name="Removes">Titles of characteristics that will not count any more.</param>
/// <param name="Already">Of them, those whose step is done.</param>
/// <param name="Remains">Titles of what stays.</param>
/// <param name="RemainsHidden">Something stays that the reader may not see.</param>
public sealed record EffectInWords(PlanEffect Effect, IReadOnlyList<string> Removes, IReadOnlyList<string> Already, IReadOnlyList<string> Remains, bool RemainsHidden);

/// <param name="Sets">Proposed ones first.</param>
/// <param name="Effect">What the plan will change of the level that was handed over; null: none was.</param>
public sealed record GoalProposal(RegionCatalogue Catalogue, IReadOnlyList<ProposedSet> Sets, EffectInWords? Effect);

/// <summary>
/// Which goals of the catalogue fit the characteristics that a person was handed over with, and what the plan, as it stands, will change. A reader
/// without the right to special facts is proposed nothing by them.
/// </summary>
public sealed class ProposeGoals(MarshrutDb db, Sealer sealer, ReadCatalogue catalogues, MethodologyInForce methodologies, TimeProvider clock) : IUseCase
{
    /// <param name="plan">Of <see cref="ShowPlan"/>.</param>
    /// <param name="special">May the reader see special facts?</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<GoalProposal> Propose(CasePlan plan, bool special, CancellationToken cancel)
    {
        var catalogue = await catalogues.Read(cancel);
        var handed = await Handed(plan.Line.Id, cancel);
        var seen = (handed?.Risk.Present ?? []).Where(line => special || line.Sensitivity == Sensitivity.Ordinary).Select(line => Characteristics.Find(line.Code)).OfType<Characteristic>().ToList();
        var numbers = seen.Select(one => one.Number).ToHashSet();
        var proposed = catalogue.Content.ProposedFor(numbers).ToList();
        var sets = proposed.Concat(catalogue.Content.Sets.Where(set => set.IsUsed && !proposed.Contains(set)))
            .Select(set => new ProposedSet(set, [.. catalogue.Content.StepsOf(set)], [.. seen.Where(one => set.For.Contains(one.Number)).Select(one => one.ShortName)]));
        return new GoalProposal(catalogue, [.. sets], handed is null ? null : await Effect(plan, handed, seen, cancel));
    }

    private async Task<EffectInWords> Effect(CasePlan plan, TransferSnapshot handed, List<Characteristic> seen, CancellationToken cancel)
    {
        var version = await methodologies.Find(db.Scope.RegionCode, clock.Today(), cancel);
        var present = handed.Risk.Present.Select(line => Characteristics.Find(line.Code)).OfType<Characteristic>().Aggregate(0u, (mask, one) => mask | one.Bit);
        List<string> added = [.. handed.Risk.Present.Select(line => line.Added?.ShortName).OfType<string>()];
        uint Of(StepState state) => (plan.Plan?.Steps ?? []).Where(step => step.State == state).Select(step => step.Words.Fact).OfType<FactCode>()
            .Aggregate(0u, (mask, fact) => mask | Characteristics.Of(fact).Bit);
        var study = plan.Study ?? handed.Study;
        var situation = new EnrolmentSituation(
            study.Status, study.GraduationYear, new PersonScope(study.ProgrammeCode, study.Level, OrganizationKind.EmploymentCentre, db.Scope.RegionCode!), study.Funding == Funding.Target);
        var effect = PlanEffect.Of(
            present, Of(StepState.Done), Of(StepState.Ahead), added.Count > 0, situation, clock.Today(), handed.Risk.Priority, new CompiledMethodology(MethodologyParameters.FromJson(version.Parameters)));
        string[] Names(uint bits) => [.. seen.Where(one => (one.Bit & bits) != 0).Select(one => one.ShortName)];
        var visible = seen.Aggregate(0u, (mask, one) => mask | one.Bit);
        return new EffectInWords(effect, Names(effect.Removed), Names(effect.RemovedAlready), [.. Names(effect.Remaining), .. added], (effect.Remaining & ~visible) != 0);
    }

    private async Task<TransferSnapshot?> Handed(long caseId, CancellationToken cancel)
    {
        var item = await (
            from row in db.Cases.AsNoTracking()
            join one in db.TransferItems.AsNoTracking() on row.TransferItemId equals one.Id
            where row.Id == caseId
            select new { one.Id, one.Snapshot }).FirstOrDefaultAsync(cancel);
        return item is { Snapshot: { } block } ? TransferSnapshot.Open(sealer, block, item.Id) : null;
    }
}
