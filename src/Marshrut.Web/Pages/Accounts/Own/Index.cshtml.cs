using Marshrut.Core.Accounts;
using Marshrut.Core.Accounts.SecondStep;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Frame;
using Marshrut.Web.Infrastructure.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Accounts.Own;

/// <summary>The user's own profile: who, where, second step, recent sign-ins.</summary>
public sealed class IndexModel(Workplace workplace, CountRecoveryCodes countCodes, ListSignIns signIns, RenewRecoveryCodes renew, AuthSettings settings) : PageModel
{
    public SignedInUser Account => workplace.User!;

    public bool RequiresSecondStep => settings.RequireTotp;

    public int RecoveryCodesLeft { get; private set; }

    public IReadOnlyList<SignInRow> SignIns { get; private set; } = [];

    /// <summary>What to say to somebody whose role has no pages but this one.</summary>
    public IEnumerable<string> OnlyHere => Account.Posts.Where(post => Home.Of(post) == Home.OwnAccount).Select(post => post.Role).Distinct().Select(role => role switch
    {
        Role.Student => "Здесь ваш вход: пароль, второй шаг, последние входы. Сведения о вас ведёт центр карьеры вашего колледжа или вуза: по вопросам о них обратитесь туда.",
        Role.EmployerRepresentative => "Здесь ваш вход: пароль, второй шаг, последние входы. По вопросам о практике, вакансиях и кандидатах обратитесь в центр карьеры или центр занятости.",
        _ => "Здесь ваш вход: пароль, второй шаг, последние входы.",
    });

    /// <summary>Shown once, after they were made anew.</summary>
    public IReadOnlyList<string>? NewCodes { get; private set; }

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostRenewCodes(CancellationToken cancel)
    {
        if (!Account.HasSecondStep)
        {
            return RedirectToPage();
        }

        NewCodes = await renew.Renew(Account.Id, cancel);
        await Load(cancel);
        return Page();
    }

    private async Task Load(CancellationToken cancel)
    {
        RecoveryCodesLeft = Account.HasSecondStep ? await countCodes.Count(Account.Id, cancel) : 0;
        SignIns = await signIns.List(Account.Id, cancel);
    }
}
