using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Leaves;

/// <summary>The curator is back before his day, or never left.</summary>
public sealed class EndLeave(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such leave in the centre in scope, or it is over.</returns>
    public async Task<bool> End(long id, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.CuratorLeaves.SingleOrDefaultAsync(row => row.Id == id && row.Until >= today, cancel) is not { } leave)
        {
            return false;
        }

        if (leave.From < today)
        {
            leave.Until = today.AddDays(-1);
        }
        else
        {
            db.CuratorLeaves.Remove(leave);
        }

        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.LeaveEnded, "leave", id, Details: new { curator = leave.CuratorId, cover = leave.CoverId }));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
