using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Cases.Plans;

/// <summary>Sets until when a plan lasts.</summary>
public sealed class ChangePlanTerm(MarshrutDb db, PlanBook book, TimeProvider clock) : IUseCase
{
    /// <param name="seenVersion">Of the plan that the form was filled in for.</param>
    /// <returns>False: there is no such plan in the centre in scope.</returns>
    /// <exception cref="RuleViolation">A day that cannot be; changed meanwhile.</exception>
    public async Task<bool> Change(long caseId, DateOnly? endsOn, int seenVersion, CancellationToken cancel)
    {
        var day = PlanDays.Check(endsOn, clock.Today(), "ends-unusable", "Срок плана");
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(caseId, seenVersion, cancel) is not { } opened)
        {
            return false;
        }

        if (opened.Plan.EndsOn == day)
        {
            return true;
        }

        opened.Plan.EndOn(day);
        opened.Plan.Change();
        await book.Save(opened, $"срок плана — до {Russian.Date(day)}", entryId, AuditActions.PlanChanged, activity: false, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
