using Marshrut.Core.Accounts;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>One version, read only.</summary>
public sealed class VersionModel(ShowMethodology show, Workplace workplace) : PageModel
{
    public MethodologyView View { get; private set; } = null!;

    public string Place => $"/r/{workplace.RegionCode}/methodology";

    public bool MayEdit => View.Editable && workplace.Can(Permission.EditMethodology);

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (await show.Show(id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
