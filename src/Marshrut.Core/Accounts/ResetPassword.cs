using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.AspNetCore.Identity;

namespace Marshrut.Core.Accounts;

/// <summary>An administrator gives a one-time password instead of a forgotten one; it also lifts the lock, and sessions end.</summary>
public sealed class ResetPassword(MarshrutDb db, IPasswordHasher<User> hasher) : IUseCase
{
    /// <returns>The one-time password, to be shown once.</returns>
    /// <exception cref="RuleViolation"><c>user-unknown</c>.</exception>
    public async Task<string> Reset(long userId, CancellationToken cancel)
    {
        var user = await KnownUser.Find(db, userId, cancel);
        var password = PasswordRules.NewOneTime();
        user.PasswordHash = hasher.HashPassword(user, password);
        user.MustChangePassword = true;
        LockOut.Forget(user);
        user.EndSessions();
        db.Audit(new AuditDraft(null, AuditActions.PasswordReset, "user", userId));
        await db.SaveChangesAsync(cancel);
        return password;
    }
}
