using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>An installation without an administrator could be opened only from the command line.</summary>
internal static class LastAdministrator
{
    /// <exception cref="RuleViolation"><c>last-administrator</c>: nobody else could administer.</exception>
    public static async Task Guard(MarshrutDb db, long userId, CancellationToken cancel)
    {
        var administrators = await (
            from membership in db.Memberships
            where membership.Role == Role.Administrator
            join user in db.Users on membership.UserId equals user.Id
            where user.BlockedAt == null
            select user.Id).Distinct().ToListAsync(cancel);
        if (administrators is [var only] && only == userId)
        {
            throw new RuleViolation("last-administrator", "Это единственный администратор. Сначала дайте эту роль ещё кому-нибудь.");
        }
    }
}
