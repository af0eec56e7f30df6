using Marshrut.Core.People;
using Marshrut.Core.People.Duplicates;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.People;

/// <summary>Two people side by side, and whoever knows them says whether they are one.</summary>
public sealed class DuplicatesModel(Workplace workplace, ListDuplicates list, DecideDuplicate decide) : PageModel
{
    public const int OnPage = 10;

    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public DuplicatePage Open { get; private set; } = null!;

    public async Task OnGet(CancellationToken cancel) => Open = await list.List(After, OnPage, cancel);

    public async Task<IActionResult> OnPost(long pair, DuplicateDecision decision, CancellationToken cancel)
    {
        try
        {
            await decide.Decide(pair, decision, cancel);
        }
        catch (RuleViolation refusal)
        {
            Open = await list.List(After, OnPage, cancel);
            return this.NotTaken(refusal);
        }

        this.TellDone(decision == DuplicateDecision.SamePerson ? "Отмечено для объединения: один человек." : "Отмечено: разные люди.");
        return RedirectToPage("Duplicates", new { org = workplace.OrganizationCode, After });
    }
}
