using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>What the code on the wall opens.</summary>
public sealed record WallDoor(long CampaignId, long OrganizationId, string RegionCode, string Title, string Organization, bool IsOpen);

/// <summary>
/// A person asks for a new link: by the code on the wall and an e-mail address, or by a link that was pressed already. It goes only to the address that the centre
/// has, a few times a day, and the answer is the same whether there is such an address or not. On the bypass list: it finds a campaign by its wall code.
/// </summary>
public sealed class AskForLink(MarshrutDb db, PersonalLinks links, TimeProvider clock) : IUseCase
{
    /// <summary>A family may share one address.</summary>
    private const int MostAtAnAddress = 3;

    /// <returns>Null: no campaign has this code.</returns>
    public async Task<WallDoor?> Wall(string? code, CancellationToken cancel)
    {
        if (PersonalLinks.TidyCode(code) is not { } tidy)
        {
            return null;
        }

        var hash = links.CodeHash(tidy);
        var today = clock.Today();
        return await (
            from row in db.Campaigns.IgnoreQueryFilters([MarshrutDb.OwnFilter]).AsNoTracking()
            where row.WallHash == hash
            join organization in db.Organizations on row.OrganizationId equals organization.Id
            select new WallDoor(row.Id, row.OrganizationId, organization.RegionCode, row.Title, organization.Name, row.StoppedAt == null && row.StartsOn <= today && row.EndsOn >= today)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>To the address, if the campaign asks somebody who has it.</summary>
    public async Task ByAddress(WallDoor wall, string? address, CancellationToken cancel)
    {
        var typed = (address ?? "").Trim();
        if (!wall.IsOpen || typed.Length is 0 or > 200)
        {
            return;
        }

        db.Scope.EnterOrganization(wall.OrganizationId, wall.RegionCode);
        var lower = typed.ToLowerInvariant();
        var found = await (
            from invitation in db.Invitations
            where invitation.CampaignId == wall.CampaignId
            join person in db.People on invitation.PersonId equals person.Id
            where person.Email == typed || person.Email == lower
            orderby invitation.Id
            select new { Invitation = invitation, person.Email }).Take(MostAtAnAddress).ToListAsync(cancel);
        foreach (var row in found)
        {
            await Write(row.Invitation, row.Email!, cancel);
        }
    }

    /// <summary>To the address of the one whom a pressed link named.</summary>
    public async Task ByLink(InvitationDoor door, CancellationToken cancel)
    {
        db.Scope.EnterOrganization(door.OrganizationId, door.RegionCode);
        if (await db.Invitations.FirstOrDefaultAsync(row => row.Id == door.InvitationId, cancel) is { } invitation
            && await db.People.Where(person => person.Id == invitation.PersonId).Select(person => person.Email).FirstOrDefaultAsync(cancel) is { } email)
        {
            await Write(invitation, email, cancel);
        }
    }

    private async Task Write(Invitation invitation, string email, CancellationToken cancel)
    {
        var today = clock.Today();
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(row => row.Id == invitation.CampaignId, cancel);
        if (campaign.SiteAddress is null || !campaign.IsOpenOn(today) || !invitation.MayAskOn(today))
        {
            return;
        }

        var organization = await db.Organizations.Where(row => row.Id == campaign.OrganizationId).Select(row => row.Name).SingleAsync(cancel);
        invitation.Mailed(clock.UtcNow(), byAsking: true, today);
        db.Letters.Add(InvitationLetter.Of(campaign, invitation, organization, email, isFirst: true, db.Ids.Take(), clock.UtcNow()));
        await db.SaveChangesAsync(cancel);
    }
}
