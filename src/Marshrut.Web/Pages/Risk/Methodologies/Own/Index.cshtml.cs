using Marshrut.Core.Risk.Methodologies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Own;

/// <summary>The methodology as an organisation reads it: the one in force, or the one that a level was determined by.</summary>
public sealed class IndexModel(ShowMethodology show) : PageModel
{
    public MethodologyView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(long? id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } view || view.Version.State == Core.Risk.MethodologyState.Draft)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
