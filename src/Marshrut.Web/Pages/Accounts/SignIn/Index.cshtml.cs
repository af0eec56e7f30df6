using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Accounts;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marshrut.Web.Pages.Accounts.SignIn;

/// <summary>The first step of a sign-in. Whatever is wrong, the answer is the same (R31).</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public sealed class IndexModel(CheckPassword check, RecordSignIn record, AuthSettings settings) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public SignInForm Input { get; set; } = new();

    public bool AsksSecondStep => settings.RequireTotp;

    public bool WasRefused { get; private set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Safe(ReturnUrl)) : Page();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        if (await check.Check(Input.Login, Input.Password, cancel) is not { } user)
        {
            WasRefused = true;
            return this.NotTaken();
        }

        if (user.TwoFactorEnabled)
        {
            await SessionCookie.BeginSecondStep(HttpContext, user);
            return RedirectToPage("Code", new { returnUrl = ReturnUrl });
        }

        await record.Record(user, "password", cancel);
        await SessionCookie.Begin(HttpContext, user);
        return LocalRedirect(Safe(ReturnUrl));
    }

    /// <summary>Never to another site, whatever the address says.</summary>
    private string Safe(string? address) => Url.IsLocalUrl(address) ? address : Url.Content("~/");

    public sealed class SignInForm
    {
        [Display(Name = "Логин")]
        [Required(ErrorMessage = "Введите логин")]
        [StringLength(LoginName.MaxLength, ErrorMessage = "Логин короче: не больше {1} знаков")]
        public string Login { get; set; } = "";

        [Display(Name = "Пароль")]
        [Required(ErrorMessage = "Введите пароль")]
        [StringLength(PasswordRules.MaxLength, ErrorMessage = "Пароль короче: не больше {1} знаков")]
        public string Password { get; set; } = "";
    }
}
