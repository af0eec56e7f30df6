using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Accounts.SecondStep;
using Marshrut.Web.Infrastructure.Forms;
using Marshrut.Web.Infrastructure.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Marshrut.Web.Pages.Accounts.SignIn;

/// <summary>The second step: a code of the app, or (<c>?recovery=true</c>) a recovery code.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public sealed class CodeModel(CheckSecondStep check) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    [BindProperty]
    [Display(Name = "Код")]
    [Required(ErrorMessage = "Введите код")]
    [StringLength(40, ErrorMessage = "Код короче: не больше {1} знаков")]
    public string Code { get; set; } = "";

    public bool WasRefused { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return await SessionCookie.AtSecondStep(HttpContext) is null ? BackToFirstStep() : Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await SessionCookie.AtSecondStep(HttpContext) is not { } first)
        {
            return BackToFirstStep();
        }

        if (!ModelState.IsValid)
        {
            return this.NotTaken();
        }

        if (await check.Check(first.UserId, first.Stamp, Code, Recovery, cancel) is not { } user)
        {
            WasRefused = true;
            return this.NotTaken();
        }

        await SessionCookie.End(HttpContext);
        await SessionCookie.Begin(HttpContext, user);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/"));
    }

    private RedirectToPageResult BackToFirstStep() => RedirectToPage("Index", new { returnUrl = ReturnUrl });
}
