using Marshrut.Web.Infrastructure.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Accounts.SignIn;

/// <summary>Ends the session. By post only: a picture on another site must not sign anybody out.</summary>
[AllowAnonymous]
public sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Url.Content("~/"));

    public async Task<IActionResult> OnPost()
    {
        await SessionCookie.End(HttpContext);
        return LocalRedirect(SessionCookie.SignInPath);
    }
}
