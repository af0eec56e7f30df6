using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Accounts.SecondStep;

/// <summary>An administrator takes the second step away from somebody who lost both phone and codes; sessions end, and it is set up anew at the next sign-in.</summary>
public sealed class ResetSecondStep(MarshrutDb db) : IUseCase
{
    /// <exception cref="RuleViolation"><c>user-unknown</c>.</exception>
    public async Task Reset(long userId, CancellationToken cancel)
    {
        var user = await KnownUser.Find(db, userId, cancel);
        await SecondStepState.Remove(db, userId, cancel);
        user.TwoFactorEnabled = false;
        user.EndSessions();
        db.Audit(new AuditDraft(null, AuditActions.SecondStepReset, "user", userId));
        await db.SaveChangesAsync(cancel);
    }
}
