using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Notifications;

/// <summary>The number at the bell: one look into an index on every page.</summary>
public sealed class CountNotices(MarshrutDb db) : IUseCase
{
    public Task<int> Count(long userId, CancellationToken cancel) => db.Notices.CountAsync(row => row.UserId == userId && row.ReadAt == null, cancel);
}
