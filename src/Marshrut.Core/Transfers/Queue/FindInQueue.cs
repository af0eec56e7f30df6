using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Queue;

/// <summary>Everybody that a filter of the queue finds, in its order, ids alone: «Выбрать все».</summary>
public sealed class FindInQueue(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public async Task<IReadOnlyList<long>> Find(QueueFilter filter, CancellationToken cancel) =>
        await filter.Of(db, clock.Today()).OrderBy(row => row.AnswerBy).ThenByDescending(row => row.Priority).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
}
