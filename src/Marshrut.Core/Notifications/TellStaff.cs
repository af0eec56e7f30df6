using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Ids;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Notifications;

/// <summary>What to tell, and whom.</summary>
/// <param name="OrganizationId">Whose staff.</param>
/// <param name="To">Those who may do this there.</param>
/// <param name="UserId">This one alone; null: everybody with <paramref name="To"/>.</param>
/// <param name="Replaces">The count is the whole of today, not so many more.</param>
public sealed record NoticeDraft(
    NoticeKind Kind, long OrganizationId, Permission To, long SubjectId, int Count, long? OtherOrganizationId = null, DateOnly? DueOn = null, long? UserId = null, bool Replaces = false);

/// <summary>
/// Tells staff of one side what the other did, in the save of the act. However many people an act is about, it is one notice with a count; what comes on top
/// of a notice that nobody has read yet is added to it. Whoever acts is told nothing.
/// </summary>
public sealed class TellStaff(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <summary>Of a larger staff these are told; nobody reads what goes to everybody.</summary>
    private const int MostRecipients = 40;

    /// <summary>One act tells of so many different things at most; of further transfers the lists say it.</summary>
    internal const int MostDrafts = 25;

    /// <summary>Take them before the transaction: SQLite has one writer.</summary>
    /// <param name="drafts">How many different things will be told at most.</param>
    internal IdRange TakeIds(int drafts = 1)
    {
        var count = Math.Min(drafts, MostDrafts) * MostRecipients;
        return new IdRange(db.Ids.Reserve(count), count);
    }

    /// <summary>The caller saves.</summary>
    internal async Task Tell(NoticeDraft draft, IdRange ids, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var recipients = await Recipients(draft, cancel);
        var known = await db.Notices
            .Where(row => recipients.Contains(row.UserId) && row.OrganizationId == draft.OrganizationId && row.Kind == draft.Kind && row.SubjectId == draft.SubjectId && row.ReadAt == null
                && row.OtherOrganizationId == draft.OtherOrganizationId)
            .ToListAsync(cancel);
        foreach (var user in recipients)
        {
            if (known.Find(row => row.UserId == user) is { } unread)
            {
                unread.Count = draft.Replaces ? draft.Count : unread.Count + draft.Count;
                (unread.At, unread.DueOn, unread.MailedAt) = (now, draft.DueOn, draft.Replaces ? unread.MailedAt : null);
                continue;
            }

            db.Notices.Add(new Notice
            {
                Id = ids.Take(),
                UserId = user,
                OrganizationId = draft.OrganizationId,
                Kind = draft.Kind,
                SubjectId = draft.SubjectId,
                OtherOrganizationId = draft.OtherOrganizationId,
                Count = draft.Count,
                DueOn = draft.DueOn,
                At = now,
            });
        }
    }

    private async Task<List<long>> Recipients(NoticeDraft draft, CancellationToken cancel)
    {
        var roles = Enum.GetValues<Role>().Where(role => RolePermissions.Has(role, draft.To)).ToArray();
        var actor = Actors.UserIn(db.Scope.Actor);
        return await db.Memberships.AsNoTracking()
            .Where(row => row.OrganizationId == draft.OrganizationId && roles.Contains(row.Role) && row.UserId != actor && (draft.UserId == null || row.UserId == draft.UserId)
                && db.Users.Any(user => user.Id == row.UserId && user.BlockedAt == null))
            .Select(row => row.UserId).Distinct().OrderBy(id => id).Take(MostRecipients).ToListAsync(cancel);
    }
}
