using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>Writes an invitation for each of these people, within the transaction of who calls.</summary>
public sealed class InvitePeople(MarshrutDb db, PersonalLinks links) : IUseCase
{
    private const int AtOnce = 1_000;

    internal async Task Invite(Campaign campaign, IReadOnlyList<AudienceMember> people, IdRange ids, CancellationToken cancel)
    {
        foreach (var part in people.Chunk(AtOnce))
        {
            foreach (var member in part)
            {
                var id = ids.Take();
                db.Invitations.Add(new Invitation
                {
                    Id = id,
                    OrganizationId = campaign.OrganizationId,
                    CampaignId = campaign.Id,
                    PersonId = member.PersonId,
                    EnrolmentId = member.EnrolmentId,
                    CodeHash = links.CodeHash(links.Code(id)),
                });
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }
}
