using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <param name="Sets">Codes of sets of the catalogue; none: an empty plan with one goal in <paramref name="Goal"/>.</param>
/// <param name="Goal">A goal in the curator's own words; null: none besides the sets.</param>
/// <param name="EndsOn">Until when; null: half a year.</param>
public sealed record NewPlan(long CaseId, IReadOnlyCollection<string> Sets, string? Goal, DateOnly? EndsOn);

/// <summary>Makes the plan of a case from sets of the catalogue: goals with steps, whose terms the catalogue proposes.</summary>
public sealed class MakePlan(MarshrutDb db, PlanBook book, ReadCatalogue catalogues, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="RuleViolation">There is a plan; no goal; no curator; the case has ended.</exception>
    public async Task<bool> Make(NewPlan input, CancellationToken cancel)
    {
        var today = clock.Today();
        var endsOn = PlanDays.Check(input.EndsOn ?? PlanDays.UsualEnd(today), today, "ends-unusable", "Срок плана");
        var catalogue = (await catalogues.Read(cancel)).Content;
        var sets = catalogue.Sets.Where(set => set.IsUsed && input.Sets.Contains(set.Code)).ToList();
        var own = PlanText.OrNone(input.Goal, "goal-long");
        if (sets.Count == 0 && own is null)
        {
            throw new RuleViolation("no-goal", "Отметьте хотя бы одну цель или напишите свою.");
        }

        var ids = new IdRange(db.Ids.Reserve(PlanBook.MostSteps + 2), PlanBook.MostSteps + 2);
        await using var transaction = await book.Begin(cancel);
        if (await book.OpenCase(input.CaseId, cancel) is not { } opened)
        {
            return false;
        }

        if (opened.Case.CuratorId is null)
        {
            throw new RuleViolation("no-curator", "Сначала назначьте куратора: он отвечает за план.");
        }

        if (await db.Plans.AnyAsync(row => row.CaseId == input.CaseId, cancel))
        {
            throw new RuleViolation("plan-exists", "План уже составил другой. Обновите страницу.");
        }

        var planId = ids.Take();
        var goals = sets.ConvertAll(set => set.Goal);
        var plan = new Plan { Id = planId, OrganizationId = opened.Case.OrganizationId, CaseId = input.CaseId, MadeOn = today, Goals = PlanGoals.Seal(sealer, goals, planId) };
        plan.EndOn(endsOn);
        var made = new OpenedPlan(opened, plan, goals, []);
        for (var i = 0; i < sets.Count; i++)
        {
            // A measure of two sets is done once.
            AddSteps(made, i + 1, catalogue.StepsOf(sets[i]), today, ids.Take, sealer);
        }

        if (own is not null)
        {
            goals.Add(own);
        }

        db.Plans.Add(plan);
        db.PlanSteps.AddRange(made.Steps);
        await book.Save(made, $"составлен план: {string.Join("; ", goals)}", ids.Take(), AuditActions.PlanMade, activity: true, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Steps of a goal from measures that the plan does not have yet.</summary>
    internal static void AddSteps(OpenedPlan plan, int goal, IEnumerable<Measure> measures, DateOnly today, Func<long> nextId, Sealer sealer)
    {
        var known = plan.Steps.Where(step => step.State != StepState.Dropped).Select(step => StepWords.Open(sealer, step).Measure).ToHashSet();
        var order = plan.Steps.Where(step => step.Goal == goal).Select(step => step.Order).DefaultIfEmpty().Max();
        foreach (var measure in measures.Where(measure => known.Add(measure.Code)).Take(PlanBook.MostSteps - plan.Steps.Count))
        {
            var id = nextId();
            plan.Steps.Add(new PlanStep
            {
                Id = id,
                OrganizationId = plan.Plan.OrganizationId,
                PlanId = plan.Plan.Id,
                Goal = goal,
                Order = ++order,
                DueOn = PlanDays.DueOf(measure, today, plan.Plan.EndsOn),
                Words = new StepWords(measure.Code, measure.Title, measure.Details, null, measure.Responsible, null, measure.Fact).Seal(sealer, id),
            });
        }
    }
}
