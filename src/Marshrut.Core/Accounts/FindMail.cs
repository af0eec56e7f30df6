using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>Where a user gets letters, and how often.</summary>
public sealed class FindMail(MarshrutDb db) : IUseCase
{
    public async Task<(string? Email, MailWay Way)> Find(long userId, CancellationToken cancel)
    {
        var row = await db.Users.AsNoTracking().Where(user => user.Id == userId).Select(user => new { user.Email, user.MailWay }).SingleAsync(cancel);
        return (row.Email, row.MailWay);
    }
}
