using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Ui;

/// <summary>A person's card with an invented person: head, route, two columns, an explanation by groups.</summary>
[AllowAnonymous]
public sealed class CardModel : PageModel
{
    public void OnGet() => HttpContext.ShowLivingFrame("/_ui/card");
}
