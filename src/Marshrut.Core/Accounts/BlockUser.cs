using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Accounts;

/// <summary>Closes the way in for a user, or opens it again. Blocking ends the user's sessions at once.</summary>
public sealed class BlockUser(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <exception cref="RuleViolation"><c>user-unknown</c>, <c>self-block</c>, <c>last-administrator</c>.</exception>
    public async Task Block(long userId, bool blocked, CancellationToken cancel)
    {
        var user = await KnownUser.Find(db, userId, cancel);
        if (user.BlockedAt is not null == blocked)
        {
            return;
        }

        if (blocked)
        {
            if (db.Scope.Actor == Actors.Of(userId))
            {
                throw new RuleViolation("self-block", "Себя заблокировать нельзя. Попросите другого администратора.");
            }

            await LastAdministrator.Guard(db, userId, cancel);
        }

        user.BlockedAt = blocked ? clock.GetUtcNow().UtcDateTime : null;
        user.EndSessions();
        db.Audit(new AuditDraft(null, blocked ? AuditActions.UserBlocked : AuditActions.UserUnblocked, "user", userId));
        await db.SaveChangesAsync(cancel);
    }
}
