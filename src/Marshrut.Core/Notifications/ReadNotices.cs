using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Notifications;

/// <summary>Marks notices of one user as read.</summary>
public sealed class ReadNotices(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <param name="id">One; null: all of them.</param>
    /// <returns>Where the one leads; null: it is none of this user's, or all were meant.</returns>
    public async Task<string?> Read(long userId, long? id, CancellationToken cancel)
    {
        var line = id is null ? null : (await ListNotices.Of(db, userId).FirstOrDefaultAsync(row => row.Notice.Id == id, cancel))?.Line();
        if (id is null || line is not null)
        {
            var now = clock.UtcNow();
            await db.Notices.Where(row => row.UserId == userId && row.ReadAt == null && (id == null || row.Id == id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, now), cancel);
        }

        return line?.Href;
    }
}
