using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marshrut.Core.Cases.Plans;

/// <summary>A plan held until the transaction ends, with its case.</summary>
internal sealed record OpenedPlan(OpenedCase Opened, Plan Plan, List<string> Goals, List<PlanStep> Steps)
{
    /// <summary>Numbers of goals are places in the list, from 1.</summary>
    public bool HasGoal(int number) => number >= 1 && number <= Goals.Count;
}

/// <summary>What every act on a plan shares: locks, the line of the story, what the ЦК sees of the plan (З1.5), the journal.</summary>
public sealed class PlanBook(MarshrutDb db, CaseBook book, Sealer sealer) : IUseCase
{
    public const int MostSteps = 60;

    internal Task<IDbContextTransaction> Begin(CancellationToken cancel) => book.Begin(cancel);

    /// <returns>Null: there is no such case in the centre in scope, or it has no plan.</returns>
    /// <exception cref="RuleViolation"><c>plan-changed</c>: somebody did something to it since; <c>step-not-possible</c>: the case has ended.</exception>
    internal async Task<OpenedPlan?> Open(long caseId, int? seenVersion, CancellationToken cancel)
    {
        if (await OpenCase(caseId, cancel) is not { } opened || await db.Plans.FirstOrDefaultAsync(row => row.CaseId == caseId, cancel) is not { } plan)
        {
            return null;
        }

        if (seenVersion is { } seen && seen != plan.Version)
        {
            throw new RuleViolation("plan-changed", "Пока вы писали, план изменил другой. Ваш ввод сохранён: посмотрите, что изменилось, и нажмите кнопку ещё раз.");
        }

        var steps = await db.PlanSteps.Where(row => row.PlanId == plan.Id).OrderBy(row => row.Goal).ThenBy(row => row.Order).ThenBy(row => row.Id).ToListAsync(cancel);
        return new OpenedPlan(opened, plan, [.. PlanGoals.Open(sealer, plan)], steps);
    }

    /// <summary>A case that is worked with.</summary>
    /// <returns>Null: there is none in the centre in scope.</returns>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>: it has ended.</exception>
    internal async Task<OpenedCase?> OpenCase(long caseId, CancellationToken cancel)
    {
        if (await book.Open(caseId, null, cancel) is not { } opened)
        {
            return null;
        }

        return opened.Case.State == CaseState.Closed
            ? throw new RuleViolation("step-not-possible", "Сопровождение уже завершено: план остаётся таким, как есть. Чтобы продолжить, возобновите сопровождение.")
            : opened;
    }

    /// <summary>Puts an act down and saves; the caller commits.</summary>
    /// <param name="opened">The plan as it is to be.</param>
    /// <param name="told">The line of the story: «сделан шаг „Резюме“».</param>
    /// <param name="entryId">Taken before the transaction.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="activity">Something was done with the person.</param>
    /// <param name="cancel">Leaves nothing.</param>
    internal async Task Save(OpenedPlan opened, string told, long entryId, string action, bool activity, CancellationToken cancel)
    {
        var plan = opened.Plan;
        plan.Goals = PlanGoals.Seal(sealer, opened.Goals, plan.Id);
        if (opened.Opened.Item is { } item)
        {
            var kept = opened.Steps.FindAll(step => step.State != StepState.Dropped);
            (item.PlanMadeOn, item.PlanSteps, item.PlanDone) = (plan.MadeOn, kept.Count, kept.Count(step => step.State == StepState.Done));
            item.Progress = new HandedProgress(plan.EndsOn, plan.AgreedOn, [.. kept.Select(step => Handed(opened, step))]).Seal(sealer, item.Id);
        }

        book.Tell(opened.Opened, new CaseEntryDraft(CaseEntryKind.Plan, Text: told), entryId, action, activity);
        await book.Save([opened.Opened], cancel);
    }

    /// <summary>An act that leaves the plan as it is: a visit.</summary>
    internal async Task Save(OpenedCase opened, string told, long entryId, string action, bool activity, CancellationToken cancel)
    {
        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Plan, Text: told), entryId, action, activity);
        await book.Save([opened], cancel);
    }

    private HandedStep Handed(OpenedPlan opened, PlanStep step)
    {
        var words = StepWords.Open(sealer, step);
        return new HandedStep(opened.Goals[step.Goal - 1], words.Title, step.DueOn, step.State == StepState.Done ? step.EndedOn : null, step.State == StepState.Done ? words.Result : null);
    }
}
