using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

internal static class KnownUser
{
    /// <exception cref="RuleViolation"><c>user-unknown</c>.</exception>
    public static async Task<User> Find(MarshrutDb db, long userId, CancellationToken cancel) =>
        await db.Users.FirstOrDefaultAsync(user => user.Id == userId, cancel)
            ?? throw new RuleViolation("user-unknown", "Такого пользователя нет. Обновите список.");
}
