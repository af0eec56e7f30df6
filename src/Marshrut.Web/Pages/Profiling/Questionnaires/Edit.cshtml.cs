using Marshrut.Core.Platform.Text;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Questionnaires;

/// <summary>The builder: sections and questions of a draft in their order, what keeps it from being published, and its versions.</summary>
public sealed class EditModel(Workplace workplace, ShowDraft show, ChangeQuestionnaire change) : QuestionnairePages(workplace)
{
    public ShownDraft Shown { get; private set; } = null!;

    public Questionnaire Draft => Shown.Draft;

    /// <summary>The version that a form was filled in for.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public RouteStage[] Stages { get; set; } = [];

    /// <summary>Adds points.</summary>
    [BindProperty]
    public bool HasPoints { get; set; }

    [BindProperty]
    public int? RiskFrom { get; set; }

    public string Here => EditHref(Shown.Row.Id);

    public string Heading => Draft.Title.Length > 0 ? Draft.Title : "Новая анкета";

    /// <summary>Stages to choose from here.</summary>
    public IReadOnlyList<RouteStage> Choices => [.. RouteStages.All.Where(stage => stage is not (RouteStage.Left or RouteStage.LongAgo) && stage.IsOfSchool() == (Workplace.OrganizationKind == OrganizationKind.School))];

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        (Title, Stages, HasPoints, RiskFrom) = (Draft.Title, [.. Draft.Stages], Draft.RiskFrom is not null, Draft.RiskFrom);
        return Page();
    }

    public Task<IActionResult> OnPostSave(long id, CancellationToken cancel) => Act(
        id,
        () => change.Change(
            id,
            Seen,
            (draft, _) => draft with { Title = Spaces.Collapse(Title ?? ""), Stages = [.. (Stages ?? []).Where(Enum.IsDefined).Distinct().Order()], RiskFrom = HasPoints ? RiskFrom ?? 1 : null },
            cancel),
        "Анкета сохранена.",
        cancel);

    public Task<IActionResult> OnPostAddSection(long id, CancellationToken cancel) =>
        Act(id, () => change.Change(id, Seen, (draft, _) => QuestionnaireEditing.AddSection(draft, "Новый раздел"), cancel), "Раздел добавлен в конец анкеты.", cancel);

    public Task<IActionResult> OnPostRenameSection(long id, int section, string? name, CancellationToken cancel) => Act(
        id,
        () => change.Change(id, Seen, (draft, _) => QuestionnaireEditing.RenameSection(draft, section, Spaces.Collapse(name ?? "") is { Length: > 0 } words ? words[..Math.Min(words.Length, QuestionnaireProblems.LongestTitle)] : null), cancel),
        "Раздел назван.",
        cancel);

    public Task<IActionResult> OnPostRemoveSection(long id, int section, CancellationToken cancel) =>
        Act(id, () => change.Change(id, Seen, (draft, _) => QuestionnaireEditing.RemoveSection(draft, section), cancel), "Раздел убран, его вопросы перешли в соседний.", cancel);

    public Task<IActionResult> OnPostUp(long id, string question, CancellationToken cancel) => Move(id, question, up: true, cancel);

    public Task<IActionResult> OnPostDown(long id, string question, CancellationToken cancel) => Move(id, question, up: false, cancel);

    public Task<IActionResult> OnPostRemove(long id, string question, CancellationToken cancel) =>
        Act(id, () => change.Change(id, Seen, (draft, _) => QuestionnaireEditing.Remove(draft, question), cancel), "Вопрос убран.", cancel);

    public async Task<IActionResult> OnPostPublish(long id, CancellationToken cancel)
    {
        var number = 0;
        var page = await Act(id, async () => (number = await change.Publish(id, Seen, cancel) ?? 0) > 0, "", cancel);
        if (page is RedirectResult)
        {
            this.TellDone($"Версия {number} опубликована: её можно спрашивать.");
        }

        return page;
    }

    public Task<IActionResult> OnPostRetire(long id, CancellationToken cancel) => Act(id, () => change.Offer(id, Seen, offered: false, cancel), "Анкета больше не предлагается. Ответы на неё остались.", cancel);

    public Task<IActionResult> OnPostOffer(long id, CancellationToken cancel) => Act(id, () => change.Offer(id, Seen, offered: true, cancel), "Анкета снова предлагается.", cancel);

    private Task<IActionResult> Move(long id, string question, bool up, CancellationToken cancel) =>
        Act(id, () => change.Change(id, Seen, (draft, _) => QuestionnaireEditing.Move(draft, question, up), cancel), "Вопрос переставлен.", cancel);

    private async Task<IActionResult> Act(long id, Func<Task<bool>> act, string done, CancellationToken cancel)
    {
        var page = await this.Act(() => Load(id, cancel), act, done, EditHref(id));
        Seen = Shown?.Row.Version ?? 0;
        return page;
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } found)
        {
            return false;
        }

        Shown = found;
        return true;
    }
}
