using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Outside;

/// <summary>An employment centre is outside the program while nobody of its staff can sign in: it is worked with by files.</summary>
internal static class OutsideCentres
{
    public static async Task<bool> IsOutside(this MarshrutDb db, long centreId, CancellationToken cancel) =>
        !await db.Users.AnyAsync(user => user.BlockedAt == null && db.Memberships.Any(post => post.UserId == user.Id && post.OrganizationId == centreId), cancel);
}
