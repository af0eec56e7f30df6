using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Questionnaires;

/// <summary>«Анкеты»: own ones, the ready ones, and the way to a new one.</summary>
public sealed class IndexModel(Workplace workplace, ListQuestionnaires list, StartQuestionnaire start) : QuestionnairePages(workplace)
{
    public IReadOnlyList<QuestionnaireLine> Own { get; private set; } = [];

    public IReadOnlyList<QuestionnaireLine> Ready { get; private set; } = [];

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    /// <param name="from">Code of the one to copy; none: an empty one.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    [Requires(Permission.EditPeople)]
    public async Task<IActionResult> OnPostStart(string? from, CancellationToken cancel)
    {
        try
        {
            return await start.Start(string.IsNullOrEmpty(from) ? null : from, cancel) is { } id ? Redirect(EditHref(id)) : NotFound();
        }
        catch (RuleViolation refusal)
        {
            await Load(cancel);
            return this.NotTaken(refusal);
        }
    }

    private async Task Load(CancellationToken cancel)
    {
        var lines = await list.List(cancel);
        Own = [.. lines.Where(line => line.OwnId is not null)];
        Ready = [.. lines.Where(line => line.OwnId is null)];
    }
}
