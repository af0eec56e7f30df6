using Marshrut.Core.Register.Regional;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register.Regional;

/// <summary>The working group's home: the year's duty over its organisations, in sums that lead to nobody.</summary>
public sealed class IndexModel(CountRegion count, Workplace workplace, Moments moments) : PageModel
{
    /// <summary>The table by programme instead of the one by organisation.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Programmes { get; set; }

    public RegionOverview Region { get; private set; } = null!;

    public string Place => $"/r/{workplace.RegionCode}";

    public async Task OnGet(CancellationToken cancel) => Region = await count.Count(cancel);

    public string When(DateTime? at) => at is { } moment ? moments.Written(moment) : "ещё нет";

    public string Last(RegionOrganization row) => When(new[] { row.LastImport, row.LastRun }.Max());
}
