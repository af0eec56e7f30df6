using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts.SecondStep;

/// <summary>The app was set up: its first code makes the offered secret the one in force, and ends the user's other sessions.</summary>
public sealed class ConfirmSecondStep(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <returns>Recovery codes, to be shown once, and the user, for a fresh session.</returns>
    /// <exception cref="RuleViolation"><c>code-wrong</c>, <c>second-step-not-begun</c>.</exception>
    public async Task<(User User, IReadOnlyList<string> RecoveryCodes)> Confirm(long userId, string code, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(row => row.Id == userId, cancel);
        var state = await SecondStepState.Read(db, sealer, userId, cancel);
        if (state.Pending is not { } secret)
        {
            throw new RuleViolation("second-step-not-begun", "Код приложения устарел. Откройте страницу заново и отсканируйте новый.");
        }

        if (Totp.Match(secret, OneTimeCode.Read(code), clock.GetUtcNow(), 0) is not { } step)
        {
            throw new RuleViolation("code-wrong", "Код не подошёл. Дождитесь нового в приложении и проверьте, что на телефоне верное время.");
        }

        var codes = SecondStep.RecoveryCodes.New();
        await new SecondStepState(null, secret, step, codes).Write(db, sealer, userId, cancel);
        user.TwoFactorEnabled = true;
        user.EndSessions();
        db.Audit(new AuditDraft(null, AuditActions.SecondStepSet, "user", userId));
        await db.SaveChangesAsync(cancel);
        return (user, codes);
    }
}
