using Marshrut.Core.Cases.Leaves;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>What somebody carries who may be given more.</summary>
/// <param name="Active">Cases that have not ended and do not sleep.</param>
/// <param name="AwayUntil">The last day of the leave that goes on now; null: is there.</param>
public sealed record CuratorWork(Curator Curator, int Active, DateOnly? AwayUntil);

/// <summary>The curators of the employment centre in scope with what they carry, by name.</summary>
public sealed class ListCuratorLoads(MarshrutDb db, ListCurators curators, ListLeaves leaves) : IUseCase
{
    public async Task<IReadOnlyList<CuratorWork>> List(CancellationToken cancel)
    {
        var active = await db.Cases.AsNoTracking()
            .Where(row => row.PersonId != null && row.CuratorId != null && (row.State == CaseState.Opened || row.State == CaseState.InWork))
            .GroupBy(row => row.CuratorId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var away = (await leaves.List(cancel)).Where(leave => leave.Now).ToLookup(leave => leave.CuratorId, leave => leave.Until);
        return [.. (await curators.List(cancel)).Select(one => new CuratorWork(one, active.GetValueOrDefault(one.UserId), away.Contains(one.UserId) ? away[one.UserId].Max() : null))];
    }
}
