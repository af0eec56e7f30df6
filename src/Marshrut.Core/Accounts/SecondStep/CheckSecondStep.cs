using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts.SecondStep;

/// <summary>
/// The second step of a sign-in: a code of the app, or a recovery code. Wrong ones count as wrong tries, and a locked login is refused with the same
/// answer. A good one is used up and completes the sign-in in the same save.
/// </summary>
public sealed class CheckSecondStep(MarshrutDb db, Sealer sealer, TimeProvider clock, RecordSignIn record) : IUseCase
{
    private const int Retries = 5;

    /// <param name="userId">Who passed the first step.</param>
    /// <param name="securityStamp">The stamp at the first step: a password changed meanwhile ends the attempt.</param>
    /// <param name="code">As typed.</param>
    /// <param name="isRecoveryCode">A code from the list instead of one from the app.</param>
    /// <param name="cancel">Stops before the save.</param>
    /// <returns>The user, now signed in; null: refused.</returns>
    public async Task<User?> Check(long userId, string? securityStamp, string code, bool isRecoveryCode, CancellationToken cancel)
    {
        var user = await db.Users.FirstOrDefaultAsync(row => row.Id == userId, cancel);
        if (user is null || user.SecurityStamp != securityStamp || user.BlockedAt is not null)
        {
            return null;
        }

        for (var turn = 0; ; turn++)
        {
            var now = clock.GetUtcNow();
            var locked = LockOut.IsLocked(user, now);
            var state = await SecondStepState.Read(db, sealer, userId, cancel);
            var used = locked ? null : isRecoveryCode ? UseRecoveryCode(state, code) : UseAppCode(state, code, now);
            try
            {
                if (used is not null)
                {
                    await used.Write(db, sealer, userId, cancel);
                    await record.Record(user, isRecoveryCode ? "recovery-code" : "totp", cancel);
                    return user;
                }

                if (!locked)
                {
                    LockOut.CountWrongTry(user, now);
                }

                db.Audit(new AuditDraft(null, AuditActions.SignInRefused, "user", userId, Details: new { reason = locked ? "locked" : "code" }));
                await db.SaveChangesAsync(cancel);
                return null;
            }
            catch (DbUpdateConcurrencyException) when (turn < Retries)
            {
                // Another try was counted, or the same code used, meanwhile: judge this one anew.
                foreach (var entry in db.ChangeTracker.Entries().ToList())
                {
                    await entry.ReloadAsync(cancel);
                }
            }
        }
    }

    private static SecondStepState? UseAppCode(SecondStepState state, string code, DateTimeOffset now) =>
        state.Secret is { } secret && Totp.Match(secret, OneTimeCode.Read(code), now, state.LastStep) is { } step
            ? state with { LastStep = step }
            : null;

    private static SecondStepState? UseRecoveryCode(SecondStepState state, string code)
    {
        var known = RecoveryCodes.Read(code);
        return state.RecoveryCodes.Contains(known, StringComparer.Ordinal)
            ? state with { RecoveryCodes = [.. state.RecoveryCodes.Where(left => left != known)] }
            : null;
    }
}
