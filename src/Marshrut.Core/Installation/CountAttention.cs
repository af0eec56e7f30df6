using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Installation;

/// <summary>What the administrator of an installation has and what waits for them. Counts and codes; no people of any register.</summary>
/// <param name="WithoutStaff">Organisations in which nobody has a role.</param>
/// <param name="DistrictsUnserved">Districts that no employment centre serves: their students are proposed to nobody.</param>
/// <param name="Locked">Users locked out by wrong passwords just now.</param>
/// <param name="OneTimePasswords">Users who have not changed the password they were given.</param>
/// <param name="WithoutSecondStep">Users who can sign in and have no second step.</param>
/// <param name="FailedJobs">Works of the last week that did not come through.</param>
/// <param name="JobsGoingOn">Works that wait or go on.</param>
public sealed record AttentionFigures(
    int Organizations,
    int WithoutStaff,
    int Users,
    int Locked,
    int OneTimePasswords,
    int WithoutSecondStep,
    int DistrictsUnserved,
    int FailedJobs,
    int JobsGoingOn);

public sealed class CountAttention(MarshrutDb db, JobStore jobs, TimeProvider clock) : IUseCase
{
    private const int Week = 7;

    /// <summary>Enough to see a week of a large installation; failures beyond it are in the list of works.</summary>
    private const int LatestJobs = 500;

    public async Task<AttentionFigures> Count(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var users = db.Users.Where(user => user.BlockedAt == null);
        var runs = await jobs.Page(null, LatestJobs, unfinishedOnly: false, cancel);
        var since = now.UtcDateTime.AddDays(-Week);
        return new AttentionFigures(
            await db.Organizations.CountAsync(cancel),
            await db.Organizations.CountAsync(row => !db.Memberships.Any(membership => membership.OrganizationId == row.Id), cancel),
            await users.CountAsync(cancel),
            // SQLite cannot compare moments with their offset: those few who have one are looked at here.
            (await users.Where(user => user.LockoutEnd != null).ToListAsync(cancel)).Count(user => LockOut.IsLocked(user, now)),
            await users.CountAsync(user => user.MustChangePassword, cancel),
            await users.CountAsync(user => !user.TwoFactorEnabled, cancel),
            await db.Districts.CountAsync(row => row.ServedById == null, cancel),
            runs.Count(run => run.State == JobState.Failed && run.FinishedAt >= since),
            (await jobs.Unfinished(cancel)).Count);
    }
}
