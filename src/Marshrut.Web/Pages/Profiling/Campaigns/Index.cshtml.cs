using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Web.Infrastructure.Access;

namespace Marshrut.Web.Pages.Profiling.Campaigns;

/// <summary>«Опросы»: who was asked what, and how many answered.</summary>
public sealed class IndexModel(Workplace workplace, ListCampaigns list, TimeProvider clock) : CampaignPages(workplace, clock)
{
    public IReadOnlyList<CampaignLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel) => Lines = await list.List(cancel);
}
