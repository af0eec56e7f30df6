using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Plans;

/// <summary>Takes a goal out of a plan with the steps that are still ahead. What was done stays: a goal with done steps is not taken out.</summary>
public sealed class RemoveGoal(MarshrutDb db, PlanBook book) : IUseCase
{
    /// <param name="goal">Its number.</param>
    /// <param name="seenVersion">Of the plan that the button was pressed on.</param>
    /// <returns>False: there is no such plan or goal in the centre in scope.</returns>
    /// <exception cref="RuleViolation"><c>goal-has-results</c>; the last goal; the plan was changed meanwhile.</exception>
    public async Task<bool> Remove(long caseId, int goal, int seenVersion, CancellationToken cancel)
    {
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(caseId, seenVersion, cancel) is not { } opened || !opened.HasGoal(goal))
        {
            return false;
        }

        if (opened.Steps.Exists(step => step.Goal == goal && step.State != StepState.Ahead))
        {
            throw new RuleViolation("goal-has-results", "По этой цели уже есть отметки: её оставляем в плане. Уберите шаги, которые не нужны.");
        }

        if (opened.Goals.Count == 1)
        {
            throw new RuleViolation("last-goal", "Это единственная цель плана. Сначала добавьте другую.");
        }

        var words = opened.Goals[goal - 1];
        opened.Goals.RemoveAt(goal - 1);
        db.PlanSteps.RemoveRange(opened.Steps.Where(step => step.Goal == goal));
        opened.Steps.RemoveAll(step => step.Goal == goal);
        foreach (var step in opened.Steps.Where(step => step.Goal > goal))
        {
            step.Goal--;
        }

        opened.Plan.Change();
        await book.Save(opened, $"из плана убрана цель: {words}", entryId, AuditActions.PlanChanged, activity: false, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
