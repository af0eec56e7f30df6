using Marshrut.Core.People;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Profiling.Responses;

/// <summary>Which questionnaire to fill in with a person.</summary>
public sealed class ChooseModel(Workplace workplace, FindCardName person) : ResponsePages(workplace, person)
{
    /// <summary>Those of this kind of organisation.</summary>
    public IReadOnlyList<Questionnaire> Questionnaires => [.. ReadyQuestionnaires.Latest.Where(one => one.Stages.All(stage => stage.IsOfSchool()) == HasPupils)];

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel) => await LoadCard(id, cancel) ? Page() : NotFound();
}
