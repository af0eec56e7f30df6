using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.AspNetCore.Identity;

namespace Marshrut.Core.Accounts;

/// <summary>Users change their own password; every other session of theirs ends.</summary>
public sealed class ChangePassword(MarshrutDb db, IPasswordHasher<User> hasher, TimeProvider clock) : IUseCase
{
    /// <returns>The user, for a fresh session.</returns>
    /// <exception cref="RuleViolation"><c>password-wrong</c>, <c>password-same</c>, <c>password-weak</c>.</exception>
    public async Task<User> Change(long userId, string current, string next, CancellationToken cancel)
    {
        var user = await KnownUser.Find(db, userId, cancel);
        var now = clock.GetUtcNow();
        if (LockOut.IsLocked(user, now) || hasher.VerifyHashedPassword(user, user.PasswordHash!, current) == PasswordVerificationResult.Failed)
        {
            if (!LockOut.IsLocked(user, now))
            {
                LockOut.CountWrongTry(user, now);
                await db.SaveChangesAsync(cancel);
            }

            throw new RuleViolation("password-wrong", "Нынешний пароль не подошёл. Проверьте раскладку и Caps Lock.");
        }

        if (current == next)
        {
            throw new RuleViolation("password-same", "Новый пароль такой же, как нынешний. Придумайте другой.");
        }

        PasswordRules.Check(next, user.UserName!);
        user.PasswordHash = hasher.HashPassword(user, next);
        user.MustChangePassword = false;
        user.EndSessions();
        db.Audit(new AuditDraft(null, AuditActions.PasswordChanged, "user", userId));
        await db.SaveChangesAsync(cancel);
        return user;
    }
}
