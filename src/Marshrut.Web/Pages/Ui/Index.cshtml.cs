using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Ui;

/// <summary>The living page of parts: what is shown here is what pages are made of. Development only (WebHost).</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    /// <summary>One field is shown as it looks after a post that was not taken.</summary>
    public void OnGet() => ModelState.AddModelError("code", "Код неполный. Нужны три пары цифр: 09.02.07");
}
