using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <summary>How the latest hand-over of a person stands, as its sender may see it (З1.5).</summary>
public sealed record HandedState(
    long ItemId, long TransferId, string CentreName, TransferItemState State, DateOnly SentOn, DateOnly AnswerBy, CaseState? CaseState, CaseOutcome? Outcome, string? CuratorName, DateOnly? LastActivityOn,
    DateOnly? PlanMadeOn, int PlanSteps, int PlanDone);

/// <summary>Where a person of the register in scope was handed over to, and what became of it.</summary>
public sealed class FindHandedState(MarshrutDb db) : IUseCase
{
    /// <returns>Null: was never handed over.</returns>
    public Task<HandedState?> Find(long personId, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        return (
            from item in db.TransferItems.AsNoTracking()
            join centre in db.Organizations on item.ToOrganizationId equals centre.Id
            where item.FromOrganizationId == own && item.PersonId == personId
            orderby item.SentOn descending, item.Id descending
            select new HandedState(
                item.Id, item.TransferId, centre.Name, item.State, item.SentOn, item.AnswerBy, item.CaseState, item.Outcome, item.CuratorName, item.LastActivityOn, item.PlanMadeOn, item.PlanSteps, item.PlanDone)).FirstOrDefaultAsync(cancel);
    }
}
