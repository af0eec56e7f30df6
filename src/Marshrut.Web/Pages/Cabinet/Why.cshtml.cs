using Marshrut.Core.Register.Cards;
using Marshrut.Rules.Risk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>«Почему так решили»: the level by its name, what it rests on, who confirmed it. What is special opens on demand alone, for the screen may be shared.</summary>
[AllowAnonymous]
public sealed class WhyModel(ShowPerson show) : CabinetPages
{
    public CardAssessment? Current { get; private set; }

    public bool IsOpened { get; private set; }

    public Task<IActionResult> OnGet(CancellationToken cancel) => Load(FactAccess.Ordinary, cancel);

    /// <summary>Opens what is not shown at once; the look goes into the journal.</summary>
    public Task<IActionResult> OnPostOpen(CancellationToken cancel) => Load(FactAccess.Special, cancel);

    private async Task<IActionResult> Load(FactAccess access, CancellationToken cancel)
    {
        IsOpened = access == FactAccess.Special;
        Current = (await show.Show(Own.EnrolmentId, access, cancel))!.Current;
        return Page();
    }
}
