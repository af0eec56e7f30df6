using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Cases.Plans;

/// <param name="StepId">The step to change; null: a new one.</param>
/// <param name="Goal">Number of the goal it belongs to.</param>
/// <param name="Measure">Code of the catalogue; null: the curator's own words in <paramref name="Title"/>.</param>
/// <param name="Title">What is to be done; null: as the catalogue says.</param>
/// <param name="Who">Name, where neither the person nor the curator does it.</param>
/// <param name="DueOn">Term; null: as the catalogue proposes.</param>
/// <param name="SeenVersion">Of the plan that the form was filled in for.</param>
public sealed record StepForm(
    long CaseId, long? StepId, int Goal, string? Measure, string? Title, string? Details, string? Place, StepResponsible? Responsible, string? Who, DateOnly? DueOn, int SeenVersion);

/// <summary>Adds a step to a plan, or changes one that is still ahead.</summary>
public sealed class WriteStep(MarshrutDb db, PlanBook book, ReadCatalogue catalogues, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such plan, goal or step in the centre in scope.</returns>
    /// <exception cref="RuleViolation">What is missing; the step is done; the plan was changed meanwhile.</exception>
    public async Task<bool> Write(StepForm input, CancellationToken cancel)
    {
        var today = clock.Today();
        var measure = string.IsNullOrEmpty(input.Measure) ? null : (await catalogues.Read(cancel)).Content.Find(input.Measure);
        var title = measure is not null && string.IsNullOrWhiteSpace(input.Title) ? measure.Title : PlanText.Of(input.Title, "no-title", "Выберите меру или напишите, что нужно сделать.");
        var responsible = input.Responsible is { } named && Enum.IsDefined(named) ? named : measure?.Responsible ?? StepResponsible.Person;
        var (stepId, entryId) = (db.Ids.Take(), db.Ids.Take());
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened || !opened.HasGoal(input.Goal))
        {
            return false;
        }

        var step = input.StepId is { } id ? opened.Steps.Find(one => one.Id == id) : null;
        if (input.StepId is not null && step is null)
        {
            return false;
        }

        var due = DueOf(input, measure, step, opened.Plan, today);
        var words = new StepWords(
            measure?.Code, title, PlanText.OrNone(input.Details, "details-long") ?? (step is null ? measure?.Details : null), PlanText.OrNone(input.Place, "place-long"), responsible,
            PlanText.OrNone(input.Who, "who-long"), measure?.Fact);
        if (step is null)
        {
            if (opened.Steps.Count >= PlanBook.MostSteps)
            {
                throw new RuleViolation("many-steps", $"В плане уже {PlanBook.MostSteps} шагов. Уберите лишние.");
            }

            step = new PlanStep
            {
                Id = stepId,
                OrganizationId = opened.Plan.OrganizationId,
                PlanId = opened.Plan.Id,
                Goal = input.Goal,
                Order = OrderIn(opened, input.Goal),
                DueOn = due,
                Words = words.Seal(sealer, stepId),
            };
            opened.Steps.Add(step);
            db.PlanSteps.Add(step);
        }
        else
        {
            if (step.State != StepState.Ahead)
            {
                throw new RuleViolation("step-ended", "Этот шаг уже отметили. Чтобы изменить его, сначала снимите отметку.");
            }

            (step.Order, step.Goal) = (step.Goal == input.Goal ? step.Order : OrderIn(opened, input.Goal), input.Goal);
            (step.DueOn, step.Words) = (due, words.Seal(sealer, step.Id));
        }

        opened.Plan.Change();
        await book.Save(opened, $"{(input.StepId is null ? "добавлен" : "изменён")} шаг «{title}», срок {Russian.Date(due)}", entryId, AuditActions.PlanChanged, activity: false, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>A term that is left as it was may lie in the past: another word is mended without moving it.</summary>
    private static DateOnly DueOf(StepForm input, Measure? measure, PlanStep? step, Plan plan, DateOnly today) => input.DueOn switch
    {
        null when measure is not null && step is null => PlanDays.DueOf(measure, today, plan.EndsOn),
        { } same when same == step?.DueOn => same,
        var day => PlanDays.Check(day, today, "due-unusable", "Срок шага"),
    };

    private static int OrderIn(OpenedPlan opened, int goal) => opened.Steps.Where(step => step.Goal == goal).Select(step => step.Order).DefaultIfEmpty().Max() + 1;
}
