using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Leaves;

/// <param name="Now">Away today.</param>
public sealed record LeaveLine(long Id, long CuratorId, string Curator, long CoverId, string Cover, DateOnly From, DateOnly Until, bool Now);

/// <summary>Who is away today or will be, in the centre in scope: the nearest first.</summary>
public sealed class ListLeaves(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public async Task<IReadOnlyList<LeaveLine>> List(CancellationToken cancel)
    {
        var today = clock.Today();
        return await (
            from leave in db.CuratorLeaves.AsNoTracking()
            where leave.Until >= today
            orderby leave.From, leave.Id
            select new LeaveLine(
                leave.Id,
                leave.CuratorId,
                db.Users.Where(user => user.Id == leave.CuratorId).Select(user => user.FullName).FirstOrDefault() ?? "",
                leave.CoverId,
                db.Users.Where(user => user.Id == leave.CoverId).Select(user => user.FullName).FirstOrDefault() ?? "",
                leave.From,
                leave.Until,
                leave.From <= today)).ToListAsync(cancel);
    }
}
