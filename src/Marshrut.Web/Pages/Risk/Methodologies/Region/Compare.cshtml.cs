using Marshrut.Core.Risk.Methodologies;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>«Кто сменит уровень»: counts only, small ones hidden (R47).</summary>
public sealed class CompareModel(CompareMethodologies compare, Workplace workplace) : PageModel
{
    public MethodologyComparison Result { get; private set; } = null!;

    public string Place => $"/r/{workplace.RegionCode}/methodology";

    public async Task<IActionResult> OnGet(long first, long second, CancellationToken cancel)
    {
        if (await compare.Compare(first, second, cancel) is not { } result)
        {
            return NotFound();
        }

        Result = result;
        return Page();
    }
}
