using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Profiling;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Requests;

/// <param name="Open">Nobody answers for them.</param>
/// <param name="Own">In work, and this user answers for them.</param>
public sealed record WaitingRequests(int Open, int Own);

/// <summary>How many requests wait in the organisation in scope, for its desk.</summary>
public sealed class CountRequests(MarshrutDb db) : IUseCase
{
    public async Task<WaitingRequests> Count(long userId, CancellationToken cancel)
    {
        var rows = await db.ClientRequests
            .Where(row => row.State == RequestState.Open || (row.State == RequestState.InWork && row.ResponsibleId == userId))
            .GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        return new WaitingRequests(rows.GetValueOrDefault(RequestState.Open), rows.GetValueOrDefault(RequestState.InWork));
    }
}
