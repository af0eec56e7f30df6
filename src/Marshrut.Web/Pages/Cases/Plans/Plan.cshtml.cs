using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Plans;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases.Plans;

/// <summary>The plan of a case: made from goals of the catalogue, worked on, agreed with the person.</summary>
public sealed class PlanModel(
    Workplace workplace,
    Moments moments,
    ShowPlan show,
    ProposeGoals propose,
    MakePlan make,
    AddGoal add,
    RemoveGoal remove,
    MarkStep mark,
    AgreePlan agree,
    ChangePlanTerm term,
    MarkVisit visited) : PlanPages(workplace, show)
{
    public GoalProposal Proposal { get; private set; } = null!;

    public DateOnly Today => moments.Today;

    /// <summary>Version of the plan that a form was filled in for.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string[] Sets { get; set; } = [];

    [BindProperty]
    public string? Set { get; set; }

    [BindProperty]
    public string? Goal { get; set; }

    [BindProperty]
    public string? EndsOn { get; set; }

    [BindProperty]
    public long Step { get; set; }

    [BindProperty]
    public StepState Mark { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    [BindProperty]
    public AgreementWay? Way { get; set; }

    [BindProperty]
    public VisitState Visited { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public string Context => Plan is { } plan
        ? $"{FullName} · версия {plan.Number}{(plan.AgreedOn is { } agreed ? $" от {Russian.DateInWords(agreed)}" : ", ещё не согласована")} · куратор {Case.Curator ?? "не назначен"}"
        : $"{FullName} · плана ещё нет";

    public VisitLine? NextVisit => Case.Visits.Where(visit => visit.State == VisitState.Planned && visit.On >= Today).OrderBy(visit => visit.On).ThenBy(visit => visit.From).FirstOrDefault();

    public string UsualEnd => Day(Today.AddMonths(6));

    public IReadOnlyList<SelectListItem> SetItems =>
        [.. Proposal.Sets.Where(one => Plan is null || Plan.Goals.All(goal => goal.Words != one.Set.Goal)).Select(one => new SelectListItem(one.Set.Goal, one.Set.Code))];

    public static IReadOnlyList<SelectListItem> Ways => [.. Enum.GetValues<AgreementWay>().Select(way => new SelectListItem(PlanWords.Way(way), way.ToString()))];

    public string StepPath(long step) => FormattableString.Invariant($"{PlanPath}/steps/{step}");

    public string VisitPath(long? visit = null) => CasePath + "/visits" + (visit is { } id ? FormattableString.Invariant($"/{id}") : "");

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostMake(long id, CancellationToken cancel) =>
        Act(id, () => make.Make(new NewPlan(id, Sets, Goal, Day(EndsOn)), cancel), "План составлен. Проверьте сроки и ответственных, потом согласуйте с человеком.", cancel);

    public Task<IActionResult> OnPostGoal(long id, CancellationToken cancel) => Act(id, () => add.Add(new NewGoal(id, Set, Goal, Seen), cancel), "Цель добавлена.", cancel);

    public Task<IActionResult> OnPostRemoveGoal(long id, int number, CancellationToken cancel) => Act(id, () => remove.Remove(id, number, Seen, cancel), "Цель убрана из плана.", cancel);

    public Task<IActionResult> OnPostMark(long id, CancellationToken cancel) => Act(
        id,
        () => mark.Mark(new StepMark(id, Step, Mark, Day(On), Result, Seen), cancel),
        Mark switch { StepState.Done => "Шаг отмечен.", StepState.Dropped => "Шаг убран.", _ => "Отметка снята." },
        cancel);

    public Task<IActionResult> OnPostAgree(long id, CancellationToken cancel) =>
        Act(id, () => agree.Agree(new PlanAgreement(id, Day(On), Way, Seen), cancel), "Согласие записано: версия сохранена такой, как её увидел человек.", cancel);

    public Task<IActionResult> OnPostTerm(long id, CancellationToken cancel) => Act(id, () => term.Change(id, Day(EndsOn), Seen, cancel), "Срок плана изменён.", cancel);

    public Task<IActionResult> OnPostVisited(long id, long visit, CancellationToken cancel) => Act(
        id,
        async () => Case.Visits.Any(one => one.Id == visit) && await visited.Mark(new VisitMark(visit, Visited, Note), cancel),
        $"Явка отмечена: {PlanWords.Visit(Visited)}.",
        cancel);

    private Task<IActionResult> Act(long id, Func<Task<bool>> act, string done, CancellationToken cancel) => Act(() => Load(id, cancel), act, done, PlanOf(id));

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
        {
            return false;
        }

        Proposal = await propose.Propose(Case, Workplace.Can(Permission.SeeSpecial), cancel);
        return true;
    }
}
