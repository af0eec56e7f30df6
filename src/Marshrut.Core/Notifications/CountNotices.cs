using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Notifications;

/// <summary>The number at the bell, of the places where the user still works, as the list has them.</summary>
public sealed class CountNotices(MarshrutDb db) : IUseCase
{
    public Task<int> Count(long userId, CancellationToken cancel) => ListNotices.Of(db, userId).CountAsync(row => row.Notice.ReadAt == null, cancel);
}
