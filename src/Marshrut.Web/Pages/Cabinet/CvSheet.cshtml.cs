using Marshrut.Core.Cabinet.Cvs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cabinet;

/// <summary>The CV on paper.</summary>
[AllowAnonymous]
public sealed class CvSheetModel(ShowCv show) : CabinetPages
{
    public CvPaper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Paper = (await show.Show(Own.EnrolmentId, cancel))!;
        return Page();
    }
}
