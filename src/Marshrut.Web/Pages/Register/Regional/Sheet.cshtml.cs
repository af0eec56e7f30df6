using Marshrut.Core.Register.Regional;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register.Regional;

/// <summary>The same tables on paper.</summary>
public sealed class SheetModel(CountRegion count, Workplace workplace, Moments moments) : PageModel
{
    public RegionOverview Region { get; private set; } = null!;

    public string Place => $"/r/{workplace.RegionCode}";

    public DateOnly Today => moments.Today;

    public async Task OnGet(CancellationToken cancel) => Region = await count.Count(cancel);
}
