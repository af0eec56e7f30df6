using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cabinet;

/// <summary>Whose cabinet is open.</summary>
/// <param name="InvitationId">That let the person in.</param>
/// <param name="EnrolmentId">The study that it was about.</param>
public sealed record CabinetOwner(long InvitationId, long PersonId, long EnrolmentId);

/// <summary>Says whether an invitation still opens the cabinet of its person. The scope is that of the invitation's organisation already.</summary>
public sealed class OpenCabinet(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <summary>So long after its survey an invitation opens the cabinet: over the summer and the first year of work.</summary>
    private const int MonthsAfter = 12;

    /// <returns>Null: it does not any more.</returns>
    public async Task<CabinetOwner?> Open(long invitationId, CancellationToken cancel)
    {
        var earliest = clock.Today().AddMonths(-MonthsAfter);
        return await (
            from invitation in db.Invitations.AsNoTracking()
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            join enrolment in db.Enrolments on invitation.EnrolmentId equals enrolment.Id
            where invitation.Id == invitationId && campaign.EndsOn >= earliest
            select new CabinetOwner(invitation.Id, invitation.PersonId, invitation.EnrolmentId)).FirstOrDefaultAsync(cancel);
    }
}
