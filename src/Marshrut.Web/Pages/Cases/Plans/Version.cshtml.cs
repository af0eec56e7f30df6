using Marshrut.Core.Cases.Plans;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cases.Plans;

/// <summary>A version as the person agreed to it, and what has changed since.</summary>
public sealed class VersionModel(Workplace workplace, ShowPlan show, ComparePlanVersions compare) : PlanPages(workplace, show)
{
    public ComparedVersion Compared { get; private set; } = null!;

    public async Task<IActionResult> OnGet(long id, int number, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || Plan is null || await compare.Compare(Plan, number, cancel) is not { } found)
        {
            return NotFound();
        }

        Compared = found;
        return Page();
    }
}
