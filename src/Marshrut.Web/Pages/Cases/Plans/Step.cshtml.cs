using Marshrut.Core.Cases.Plans;
using Marshrut.Rules.Cases;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases.Plans;

/// <summary>A new step of a plan, or one that is still ahead.</summary>
public sealed class StepModel(Workplace workplace, ShowPlan show, ReadCatalogue catalogues, WriteStep write) : PlanPages(workplace, show)
{
    public const string New = "new";

    private PlanCatalogue catalogue = PlanCatalogue.Federal;

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Goal { get; set; }

    [BindProperty]
    public string? Measure { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Details { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public StepResponsible? Responsible { get; set; }

    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? DueOn { get; set; }

    /// <summary>Null: a new one.</summary>
    public StepLine? Known { get; private set; }

    public IReadOnlyList<SelectListItem> Goals => [.. Plan!.Goals.Select(goal => new SelectListItem($"{goal.Number}. {goal.Words}", $"{goal.Number}", goal.Number == (Goal ?? Known?.Goal ?? Plan.Goals.Count)))];

    public IReadOnlyList<SelectListItem> Measures =>
        [.. catalogue.Measures.Where(one => one.IsUsed || one.Code == Known?.Words.Measure).OrderBy(one => one.Title, StringComparer.CurrentCulture).Select(one => new SelectListItem(one.Title, one.Code, one.Code == (Measure ?? Known?.Words.Measure)))];

    public IReadOnlyList<SelectListItem> Whom => [.. Responsibles.Select(one => new SelectListItem(one.Text, one.Value, one.Value == (Responsible ?? Known?.Words.Responsible)?.ToString()))];

    public string Here => $"{PlanPath}/steps/{(Known is { } step ? Text(step.Id) : New)}";

    public async Task<IActionResult> OnGet(long id, string step, CancellationToken cancel)
    {
        if (!await Load(id, step, cancel))
        {
            return NotFound();
        }

        if (Known is { Words: var words } known)
        {
            (Title, Details, Place, Who, DueOn) = (words.Title, words.Details, words.Place, words.Who, Day(known.DueOn));
        }

        return Page();
    }

    public Task<IActionResult> OnPost(long id, string step, CancellationToken cancel) => Act(
        () => Load(id, step, cancel),
        () => write.Write(new StepForm(id, Known?.Id, Goal ?? 0, Measure, Title, Details, Place, Responsible, Who, Day(DueOn), Seen), cancel),
        step == New ? "Шаг добавлен." : "Шаг изменён.",
        PlanOf(id));

    private async Task<bool> Load(long id, string step, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || Plan is null)
        {
            return false;
        }

        Known = Plan.Steps.FirstOrDefault(one => Text(one.Id) == step);
        catalogue = (await catalogues.Read(cancel)).Content;
        return step == New || Known is not null;
    }
}
