using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>
/// The first step of a sign-in. Whatever is wrong — unknown login, wrong password, locked, blocked — the answer is the same and costs the same: a
/// hash and a line in the journal (R31).
/// </summary>
public sealed class CheckPassword(MarshrutDb db, IPasswordHasher<User> hasher, ILookupNormalizer names, TimeProvider clock) : IUseCase
{
    private const int Retries = 5;

    // Hashed when there is no user, so that the answer takes as long.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<User>().HashPassword(new User(), SecurityStamps.New()));

    /// <returns>The user, tracked and not yet signed in; null: refused.</returns>
    public async Task<User?> Check(string login, string password, CancellationToken cancel)
    {
        var normalized = names.NormalizeName(login.Trim());
        var user = await db.Users.FirstOrDefaultAsync(row => row.NormalizedUserName == normalized, cancel);
        var verified = hasher.VerifyHashedPassword(user ?? new User(), user?.PasswordHash ?? NobodysHash.Value, password);
        for (var turn = 0; ; turn++)
        {
            var now = clock.GetUtcNow();
            var reason = user is null ? "unknown"
                : LockOut.IsLocked(user, now) ? "locked"
                : verified == PasswordVerificationResult.Failed ? "password"
                : user.BlockedAt is not null ? "blocked"
                : null;
            if (reason is null)
            {
                if (verified == PasswordVerificationResult.SuccessRehashNeeded)
                {
                    user!.PasswordHash = hasher.HashPassword(user, password);
                }

                return user;
            }

            if (reason == "password")
            {
                LockOut.CountWrongTry(user!, now);
            }

            db.Audit(new AuditDraft(null, AuditActions.SignInRefused, "user", user?.Id, Details: new { reason }));
            try
            {
                await db.SaveChangesAsync(cancel);
                return null;
            }
            catch (DbUpdateConcurrencyException) when (turn < Retries)
            {
                // Another try at the same login was counted meanwhile: this one is counted on top of it.
                await db.Entry(user!).ReloadAsync(cancel);
            }
        }
    }
}
