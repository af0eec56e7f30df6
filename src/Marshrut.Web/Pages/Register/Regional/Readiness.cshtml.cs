using Marshrut.Core.Organizations;
using Marshrut.Core.Register.Regional;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register.Regional;

/// <summary>Who has begun, and what each organisation lacks.</summary>
public sealed class ReadinessModel(ShowReadiness show, Workplace workplace, Moments moments) : PageModel
{
    public RegionReadiness Region { get; private set; } = null!;

    public string Place => $"/r/{workplace.RegionCode}";

    public int Ready => Region.Rows.Count(row => row.Missing.Count == 0);

    public string When(DateTime? at) => at is { } moment ? moments.Written(moment) : "—";

    public static string Kind(OrganizationReadiness row) => KindNames.Of(row.Row.Kind);

    public async Task OnGet(CancellationToken cancel) => Region = await show.Show(cancel);
}
