using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <param name="Text">A part of the login or of the name, in any case, ё = е.</param>
/// <param name="After">Login of the last row of the page before, as <see cref="UserPage.Next"/> gave it.</param>
public sealed record UserFilter(string? Text, Role? Role, bool? Blocked, string? After, UserAttention? Attention = null);

/// <param name="Places">«специалист центра карьеры, Заречный колледж», one for each role.</param>
public sealed record UserRow(long Id, string Login, string FullName, bool IsBlocked, bool IsLocked, bool HasSecondStep, bool MustChangePassword, IReadOnlyList<string> Places);

public sealed record UserPage(IReadOnlyList<UserRow> Rows, string? Next);

/// <summary>Users of the installation by login. Names are compared here, row by row until the page is full: SQLite folds no Cyrillic.</summary>
public sealed class ListUsers(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public const int PageSize = 50;

    public async Task<UserPage> List(UserFilter filter, CancellationToken cancel)
    {
        var text = NameText.Normalize(filter.Text);
        var found = new List<User>();
        var now = clock.GetUtcNow();
        var users = db.Users.AsNoTracking()
            .Where(user => filter.After == null || string.Compare(user.NormalizedUserName, filter.After) > 0)
            .Where(user => filter.Blocked == null || (user.BlockedAt != null) == filter.Blocked)
            .Where(user => filter.Role == null || db.Memberships.Any(row => row.UserId == user.Id && row.Role == filter.Role))
            .Where(user => filter.Attention == null || user.BlockedAt == null)
            .Where(user => filter.Attention != UserAttention.OneTime || user.MustChangePassword)
            .Where(user => filter.Attention != UserAttention.NoStep || !user.TwoFactorEnabled)
            .Where(user => filter.Attention != UserAttention.Locked || user.LockoutEnd != null)
            .OrderBy(user => user.NormalizedUserName);
        await foreach (var user in users.AsAsyncEnumerable().WithCancellation(cancel))
        {
            // SQLite cannot compare moments with their offset: those few who have one are looked at here.
            if (filter.Attention == UserAttention.Locked && !LockOut.IsLocked(user, now))
            {
                continue;
            }

            if (text.Length == 0 || NameText.Normalize(user.UserName).Contains(text, StringComparison.Ordinal) || NameText.Normalize(user.FullName).Contains(text, StringComparison.Ordinal))
            {
                found.Add(user);
                if (found.Count > PageSize)
                {
                    break;
                }
            }
        }

        var page = found.Take(PageSize).ToList();
        var places = await Places([.. page.Select(user => user.Id)], cancel);
        return new UserPage(
            [.. page.Select(user => new UserRow(
                user.Id, user.UserName!, user.FullName, user.BlockedAt is not null, LockOut.IsLocked(user, now), user.TwoFactorEnabled, user.MustChangePassword,
                [.. places[user.Id]]))],
            found.Count > PageSize ? page[^1].NormalizedUserName : null);
    }

    private async Task<ILookup<long, string>> Places(long[] userIds, CancellationToken cancel)
    {
        var rows = await (
            from membership in db.Memberships
            where userIds.Contains(membership.UserId)
            join organization in db.Organizations on membership.OrganizationId equals organization.Id into organizations
            from organization in organizations.DefaultIfEmpty()
            join region in db.Regions on membership.RegionCode equals region.Code into regions
            from region in regions.DefaultIfEmpty()
            orderby membership.Id
            select new { membership.UserId, membership.Role, Place = organization.Name ?? region.Name }).ToListAsync(cancel);
        return rows.ToLookup(row => row.UserId, row => row.Place is null ? RoleNames.Of(row.Role) : $"{RoleNames.Of(row.Role)}, {row.Place}");
    }
}
