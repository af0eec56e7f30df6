using Marshrut.Core.Cabinet;
using Marshrut.Core.Platform;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>«Здесь ошибка»: what is wrong goes to the staff with a term; answers come back here.</summary>
[AllowAnonymous]
public sealed class MistakeModel(ContestFact contest, ListContests list) : CabinetPages
{
    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IReadOnlyList<ContestLine> Lines { get; private set; } = [];

    public static IEnumerable<SelectListItem> Subjects =>
        Characteristics.Federal.Where(one => one.IsTagInLists).Select(one => new SelectListItem(one.ImportHeader ?? one.Title, one.Code)).Append(new SelectListItem("Другое", "other"));

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Lines = await list.List(Own.PersonId, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        try
        {
            var by = await contest.Contest(Own, About, Text, cancel);
            this.TellDone($"Получили. Ответим до {Russian.Date(by)}: ответ появится здесь.");
        }
        catch (RuleViolation refusal)
        {
            Lines = await list.List(Own.PersonId, cancel);
            return this.NotTaken(refusal, refusal.Code == "many-open" ? "" : "Text");
        }

        return Redirect(Here("/my/mistake"));
    }
}
