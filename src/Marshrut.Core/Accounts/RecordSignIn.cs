using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Accounts;

/// <summary>A whole sign-in: forgets wrong tries and tells the journal.</summary>
public sealed class RecordSignIn(MarshrutDb db) : IUseCase
{
    /// <param name="user">As <see cref="CheckPassword"/> gave it.</param>
    /// <param name="way"><c>password</c>, <c>totp</c> or <c>recovery-code</c>.</param>
    /// <param name="cancel">Stops before the save.</param>
    public async Task Record(User user, string way, CancellationToken cancel)
    {
        LockOut.Forget(user);
        db.Scope.ActAs(Actors.Of(user.Id));
        db.Audit(new AuditDraft(null, AuditActions.SignedIn, "user", user.Id, Details: new { way }));
        await db.SaveChangesAsync(cancel);
    }
}
