using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Accounts.Own;

/// <summary>Users change their password; after a one-time one they must (R29).</summary>
public sealed class PasswordModel(Workplace workplace, ChangePassword change) : PageModel
{
    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    public bool IsForced => workplace.User!.MustChangePassword;

    public string Login => workplace.User!.Login;

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        var forced = IsForced;
        try
        {
            var user = await change.Change(workplace.User!.Id, Input.Current, Input.Next, cancel);
            await SessionCookie.Begin(HttpContext, user);
        }
        catch (RuleViolation refusal)
        {
            return this.NotTaken(refusal, refusal.Code == "password-wrong" ? "Input.Current" : "Input.Next");
        }

        if (forced)
        {
            return LocalRedirect(Url.Content("~/"));
        }

        this.TellDone("Пароль сменён. Остальные ваши сеансы закончены.");
        return RedirectToPage("Index");
    }

    public sealed class PasswordForm
    {
        [Display(Name = "Нынешний пароль")]
        [Required(ErrorMessage = "Введите нынешний пароль")]
        [StringLength(PasswordRules.MaxLength, ErrorMessage = "Пароль короче: не больше {1} знаков")]
        public string Current { get; set; } = "";

        [Display(Name = "Новый пароль")]
        [Required(ErrorMessage = "Придумайте новый пароль")]
        [StringLength(PasswordRules.MaxLength, ErrorMessage = "Пароль длинный: не больше {1} знаков")]
        public string Next { get; set; } = "";

        [Display(Name = "Новый пароль ещё раз")]
        [Required(ErrorMessage = "Повторите новый пароль")]
        [Compare(nameof(Next), ErrorMessage = "Пароли не совпали. Введите одинаково")]
        public string Again { get; set; } = "";
    }
}
