using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Ui;

/// <summary>A page of work: figures, a table of cells, columns, a progress, the bar at the bottom.</summary>
[AllowAnonymous]
public sealed class ImportModel : PageModel
{
    public void OnGet() => HttpContext.ShowLivingFrame("/_ui/import");
}
