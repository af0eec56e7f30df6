using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Ids;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Groups;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>Prolongs a campaign, stops it, goes on with it, or asks those who have come since.</summary>
public sealed class ChangeCampaign(MarshrutDb db, FindAudience audience, InvitePeople invite, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is none here.</returns>
    /// <exception cref="RuleViolation"><c>period-wrong</c>, <c>hours-wrong</c>, <c>campaign-changed</c>.</exception>
    public async Task<bool> Set(long id, DateOnly? endsOn, int quietFrom, int quietTo, int reminderDays, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not { } campaign)
        {
            return false;
        }

        if (endsOn is not { } ends || ends < campaign.StartsOn || ends > campaign.StartsOn.AddDays(StartCampaign.LongestDays))
        {
            throw new RuleViolation("period-wrong", "Последний день — не раньше начала опроса и не позже чем через год от него.");
        }

        StartCampaign.CheckHours(quietFrom, quietTo, reminderDays);
        (campaign.EndsOn, campaign.QuietFrom, campaign.QuietTo, campaign.ReminderDays) = (ends, quietFrom, quietTo, reminderDays);
        await Save(campaign, new { what = "changed", title = campaign.Title, to = ends }, cancel);
        return true;
    }

    /// <returns>False: there is none here.</returns>
    public async Task<bool> Stop(long id, bool stopped, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not { } campaign)
        {
            return false;
        }

        if (campaign.StoppedAt is null == stopped)
        {
            campaign.StoppedAt = stopped ? clock.UtcNow() : null;
            await Save(campaign, new { what = stopped ? "stopped" : "resumed", title = campaign.Title }, cancel);
        }

        return true;
    }

    /// <summary>Those of the group who are not asked yet. A group that is no more finds nobody.</summary>
    /// <param name="id">Of the campaign.</param>
    /// <param name="group">The rule of its group as it is now; null: it has none.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<AudienceMember>?> Newcomers(long id, GroupRule? group, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not { } campaign)
        {
            return null;
        }

        if (campaign.Group is not null && group is null)
        {
            return [];
        }

        var known = (await db.Invitations.Where(row => row.CampaignId == id).Select(row => row.PersonId).ToListAsync(cancel)).ToHashSet();
        var found = await audience.Find(new AudienceInput(campaign.Group, group, RouteStages.Find(campaign.Stage), campaign.Audience), cancel);
        return [.. found.Where(member => !known.Contains(member.PersonId))];
    }

    /// <returns>How many were added.</returns>
    public async Task<int> Add(long id, GroupRule? group, CancellationToken cancel)
    {
        if (await Newcomers(id, group, cancel) is not { Count: > 0 } people || await Find(id, cancel) is not { } campaign)
        {
            return 0;
        }

        var ids = new IdRange(db.Ids.Reserve(people.Count), people.Count);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Save(campaign, new { what = "added", title = campaign.Title, people = people.Count }, cancel);
        try
        {
            await invite.Invite(campaign, people, ids, cancel);
        }
        catch (DbUpdateException problem) when (UniqueRows.Broken(problem))
        {
            throw Changed();
        }

        await transaction.CommitAsync(cancel);
        return people.Count;
    }

    private Task<Campaign?> Find(long id, CancellationToken cancel) => db.Campaigns.FirstOrDefaultAsync(row => row.Id == id, cancel);

    private async Task Save(Campaign campaign, object details, CancellationToken cancel)
    {
        campaign.Version++;
        db.Audit(new AuditDraft(campaign.OrganizationId, AuditActions.CampaignsChanged, "campaign", campaign.Id, Details: details));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Changed();
        }
    }

    private static RuleViolation Changed() => new("campaign-changed", "Пока вы смотрели, опрос изменил другой. Посмотрите, как он выглядит теперь, и повторите.");
}
