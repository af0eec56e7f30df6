using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Ids;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>Writes letters with one-time links: the first one, then reminders to those who are silent, outside the quiet hours of the campaign.</summary>
public sealed class WriteInvitations(MarshrutDb db, TimeProvider clock) : IUseCase
{
    private const int AtOnce = 500;

    /// <summary>Those of the organisation in scope whose time has come.</summary>
    /// <returns>How many letters wait now that did not before.</returns>
    public async Task<int> Write(CancellationToken cancel)
    {
        var today = clock.Today();
        var hour = clock.GetLocalNow().Hour;
        var open = await db.Campaigns.AsNoTracking().Where(row => row.StoppedAt == null && row.SiteAddress != null && row.StartsOn <= today && row.EndsOn >= today).OrderBy(row => row.Id).ToListAsync(cancel);
        var written = 0;
        foreach (var campaign in open.Where(campaign => !campaign.IsQuietAt(hour)))
        {
            written += await Write(campaign, today, cancel);
        }

        return written;
    }

    private async Task<int> Write(Campaign campaign, DateOnly today, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var most = campaign.ReminderDays == 0 ? 1 : 1 + Campaign.MostReminders;
        var before = now.AddDays(-Math.Max(campaign.ReminderDays, 1));
        var due = await (
            from invitation in db.Invitations
            where invitation.CampaignId == campaign.Id && invitation.State != InvitationState.Answered && !invitation.NoLetters && invitation.Letters < most
                && (invitation.LastLetterAt == null || (campaign.ReminderDays > 0 && invitation.LastLetterAt <= before))
            join person in db.People on invitation.PersonId equals person.Id
            where person.Email != null
            orderby invitation.Id
            select new { invitation.Id, Email = person.Email! }).ToListAsync(cancel);
        var organization = await db.Organizations.Where(row => row.Id == campaign.OrganizationId).Select(row => row.Name).SingleAsync(cancel);
        var written = 0;
        foreach (var part in due.Chunk(AtOnce))
        {
            var ids = new IdRange(db.Ids.Reserve(part.Length), part.Length);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var wanted = part.Select(row => row.Id).ToList();
            var rows = await db.Invitations.Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
            foreach (var line in part)
            {
                var invitation = rows[line.Id];
                var isFirst = invitation.Letters == 0;
                invitation.Mailed(now, byAsking: false, today);
                db.Letters.Add(InvitationLetter.Of(campaign, invitation, organization, line.Email, isFirst, ids.Take(), now));
                written++;
            }

            // The letter and the number of its link are one save: a link that no letter carries does not count.
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }

        return written;
    }
}
