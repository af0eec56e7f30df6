using Marshrut.Core.People;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Responses;

/// <summary>Which questionnaire to fill in with a person.</summary>
public sealed class ChooseModel(Workplace workplace, FindCardName person, FindQuestionnaire questionnaires) : ResponsePages(workplace, person)
{
    /// <summary>Own ones first.</summary>
    public IReadOnlyList<Questionnaire> Questionnaires { get; private set; } = [];

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        Questionnaires = await questionnaires.Offered(cancel);
        return await LoadCard(id, cancel) ? Page() : NotFound();
    }
}
