using Marshrut.Core.Accounts;
using Marshrut.Core.Accounts.SecondStep;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.Frame;
using Marshrut.Web.Infrastructure.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Accounts.Own;

/// <summary>The user's own profile: who, where, second step, recent sign-ins.</summary>
public sealed class IndexModel(Workplace workplace, CountRecoveryCodes countCodes, ListSignIns signIns, RenewRecoveryCodes renew, FindMail findMail, ChangeMail changeMail, AuthSettings settings) : PageModel
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

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public MailWay Way { get; set; }

    public IReadOnlyList<SelectListItem> Ways =>
    [
        .. new[] { (MailWay.Daily, "раз в день, если есть новое"), (MailWay.AtOnce, "сразу"), (MailWay.None, "не присылать") }
            .Select(one => new SelectListItem(one.Item2, one.Item1.ToString(), one.Item1 == Way)),
    ];

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

    public async Task<IActionResult> OnPostMail(CancellationToken cancel)
    {
        var (email, way) = (Email, Way);
        try
        {
            await changeMail.Change(Account.Id, email, way, cancel);
            this.TellDone(string.IsNullOrWhiteSpace(email) ? "Письма присылать некуда: почта не указана." : way == MailWay.None ? "Письма больше не приходят." : "Записано: письма придут на эту почту.");
            return RedirectToPage();
        }
        catch (RuleViolation refusal)
        {
            await Load(cancel);
            (Email, Way) = (email, way);
            return this.NotTaken(refusal);
        }
    }

    private async Task Load(CancellationToken cancel)
    {
        (Email, Way) = await findMail.Find(Account.Id, cancel);
        RecoveryCodesLeft = Account.HasSecondStep ? await countCodes.Count(Account.Id, cancel) : 0;
        SignIns = await signIns.List(Account.Id, cancel);
    }
}
