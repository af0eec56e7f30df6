using Marshrut.Core.Cases.Plans;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;

namespace Marshrut.Web.Pages.Cases.Plans;

/// <summary>The plan on paper.</summary>
public sealed class SheetModel(Workplace workplace, Moments moments, PrintPlan print) : CasePages(workplace)
{
    public PlanPaper Paper { get; private set; } = null!;

    public DateOnly Today => moments.Today;

    public string Back => PathOf(Paper.Content.Line.Id) + "/plan";

    public async Task<IActionResult> OnGet(long id, CancellationToken cancel)
    {
        if (await print.Print(id, "print", cancel) is not { } paper)
        {
            return NotFound();
        }

        Paper = paper;
        return Page();
    }
}
