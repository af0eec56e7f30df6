using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Campaigns;

/// <param name="Asked">How many people.</param>
/// <param name="Answered">How many of them answered.</param>
public sealed record CampaignLine(Campaign Campaign, int Asked, int Answered);

/// <summary>Campaigns of the organisation in scope, the latest first.</summary>
public sealed class ListCampaigns(MarshrutDb db) : IUseCase
{
    public const int Most = 200;

    public async Task<IReadOnlyList<CampaignLine>> List(CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id).Take(Most).ToListAsync(cancel);
        var counts = await db.Invitations.AsNoTracking().GroupBy(row => row.CampaignId)
            .Select(group => new { group.Key, Asked = group.Count(), Answered = group.Count(row => row.State == InvitationState.Answered) }).ToDictionaryAsync(row => row.Key, cancel);
        return campaigns.ConvertAll(campaign => counts.TryGetValue(campaign.Id, out var count) ? new CampaignLine(campaign, count.Asked, count.Answered) : new CampaignLine(campaign, 0, 0));
    }
}
