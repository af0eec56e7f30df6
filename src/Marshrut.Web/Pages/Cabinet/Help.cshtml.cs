using Marshrut.Core.Cabinet;
using Marshrut.Core.Platform;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>«Попросить помощь»: what with, in a few words; what was asked before and what came of it.</summary>
[AllowAnonymous]
public sealed class HelpModel(ShowOwnRoute show, ListRequestTypes types, AddRequest request) : CabinetPages
{
    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Wish { get; set; }

    public IReadOnlyList<RequestTypeLine> Types { get; private set; } = [];

    public OwnRoute Route { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        try
        {
            await request.Add(new NewRequest(Own.EnrolmentId, Type, Wish, null), cancel);
        }
        catch (RuleViolation refusal)
        {
            await Load(cancel);
            return this.NotTaken(refusal.Code == "request-going" ? new RuleViolation(refusal.Code, "Об этом вы уже просили: просьба ниже, специалист ответит.") : refusal, refusal.Code == "text-long" ? "Wish" : "Type");
        }

        this.TellDone("Записали. Специалист свяжется с вами.");
        return Redirect(Here("/my/help"));
    }

    private async Task Load(CancellationToken cancel)
    {
        Types = [.. (await types.List(cancel)).Where(type => !type.IsRetired)];
        Route = await show.Show(Own, cancel);
    }
}
