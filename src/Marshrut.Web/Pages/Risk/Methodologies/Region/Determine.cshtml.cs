using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Methodologies;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>Asks before risk is determined in every organisation of the region; the methodologist sees counts alone.</summary>
public sealed class DetermineModel(CountAssessed count, EnqueueJob enqueue, Workplace workplace) : PageModel
{
    public int Organizations { get; private set; }

    public string Place => $"/r/{workplace.RegionCode}/methodology";

    public string Circle => $"Колледжи, вузы и центры занятости: {Russian.Count(Organizations, "организация", "организации", "организаций")}";

    public async Task OnGet(CancellationToken cancel) => Organizations = await count.Count(workplace.RegionCode, cancel);

    public async Task<IActionResult> OnPost(bool finalYear, CancellationToken cancel)
    {
        var id = await enqueue.Enqueue(AssessWork.Name, new AssessOrder(finalYear, workplace.RegionCode), cancel);
        return Redirect(FormattableString.Invariant($"{Place}/runs/{id}"));
    }
}
