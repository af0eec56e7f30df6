using Marshrut.Core.Accounts;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Risk;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>«Отозвать…» of one fact, reached from its row on the card by post.</summary>
public sealed class WithdrawFactModel(Workplace workplace, Moments moments, ReadFactToWithdraw read, WithdrawFact withdraw) : CardEditing(workplace, moments)
{
    [BindProperty]
    public FactCode Code { get; set; }

    public FactToWithdraw Fact { get; private set; } = null!;

    /// <summary>The address alone names no fact.</summary>
    public IActionResult OnGet(long id) => Redirect(CardPath(id));

    public async Task<IActionResult> OnPostChoose(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        See(Fact.Form.Seen);
        return Page();
    }

    public async Task<IActionResult> OnPost(long id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        return Answer(
            await withdraw.Withdraw(new FactWithdrawal(id, Code, Reason, SeenCard), cancel),
            "Сведение отозвано. Запись о нём и об отзыве — в истории.",
            key => FieldIn("Input", key));
    }

    private async Task<bool> Load(long id, CancellationToken cancel)
    {
        if (!Enum.IsDefined(Code) || (Characteristics.Of(Code).Sensitivity != Sensitivity.Ordinary && !Workplace.Can(Permission.SeeSpecial))
            || await read.Read(id, Code, cancel) is not { } fact)
        {
            return false;
        }

        Fact = fact;
        return true;
    }
}
