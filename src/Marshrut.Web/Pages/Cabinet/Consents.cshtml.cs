using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Register.Cards;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>Consents that were given, and taking one back: it works at once.</summary>
[AllowAnonymous]
public sealed class ConsentsModel(ShowPerson show, WithdrawConsent withdraw, Moments moments) : CabinetPages
{
    public PersonCard Card { get; private set; } = null!;

    public ConsentPurpose? Asked { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Card = (await show.Show(Own.EnrolmentId, FactAccess.Ordinary, cancel))!;
        return Page();
    }

    /// <summary>Asks once more: what is taken back is signed anew on paper alone.</summary>
    public async Task<IActionResult> OnPostAsk(ConsentPurpose purpose, CancellationToken cancel)
    {
        Asked = purpose;
        return await OnGet(cancel);
    }

    public async Task<IActionResult> OnPostWithdraw(ConsentPurpose purpose, CancellationToken cancel)
    {
        try
        {
            var answer = await withdraw.Withdraw(new ConsentWithdrawal(Own.EnrolmentId, purpose, moments.Today, "Человек отозвал сам, на своей странице"), cancel);
            this.TellDone(answer is { Problems.Count: > 0 } refused ? refused.Problems.Values.First() : "Согласие отозвано с сегодняшнего дня.");
        }
        catch (RuleViolation refusal)
        {
            await OnGet(cancel);
            return this.NotTaken(refusal);
        }

        return Redirect(Here("/my/consents"));
    }
}
