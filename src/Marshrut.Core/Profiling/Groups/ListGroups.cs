using System.Globalization;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Profiling.Groups;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Groups;

/// <param name="Code">As addresses name it: of a ready group, or the number of an own one.</param>
/// <param name="OwnId">Null: a ready one.</param>
/// <param name="Author">Full name; null: a ready one.</param>
/// <param name="IsMine">Of the one who looks.</param>
public sealed record GroupLine(string Code, string Title, GroupRule Rule, long? OwnId = null, string? Author = null, bool IsMine = false, bool IsShared = true, int Version = 0);

/// <summary>Groups of the organisation in scope that the one who works may use: own ones, those that colleagues share, the ready ones of its kind.</summary>
public sealed class ListGroups(MarshrutDb db) : IUseCase
{
    public async Task<IReadOnlyList<GroupLine>> List(long userId, CancellationToken cancel)
    {
        var kind = await db.Organizations.Where(row => row.Id == db.Scope.OrganizationId).Select(row => row.Kind).SingleAsync(cancel);
        var own = await Own(userId).OrderBy(row => row.Title).ThenBy(row => row.Id).ToListAsync(cancel);
        var authors = own.Select(row => row.AuthorId).Distinct().ToList();
        var names = own.Count == 0 ? [] : await db.Users.Where(user => authors.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        return
        [
            .. own.Select(row => Line(row, userId, names.GetValueOrDefault(row.AuthorId))),
            .. ReadyGroups.All.Where(group => Suits(group, kind)).Select(group => new GroupLine(group.Code, group.Title, group.Rule)),
        ];
    }

    /// <summary>Null: there is none for this user.</summary>
    public async Task<GroupLine?> Find(string? code, long userId, CancellationToken cancel)
    {
        if (ReadyGroups.Find(code) is { } ready)
        {
            return new GroupLine(ready.Code, ready.Title, ready.Rule);
        }

        return long.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await Own(userId).FirstOrDefaultAsync(row => row.Id == id, cancel) is { } own
            ? Line(own, userId, await db.Users.Where(user => user.Id == own.AuthorId).Select(user => user.FullName).FirstOrDefaultAsync(cancel))
            : null;
    }

    private static GroupLine Line(ClientGroup row, long userId, string? author) => new(
        row.Id.ToString(CultureInfo.InvariantCulture), row.Title, RuleText.Parse(row.Rule), row.Id, author, row.AuthorId == userId, row.IsShared, row.Version);

    private IQueryable<ClientGroup> Own(long userId) => db.ClientGroups.AsNoTracking().Where(row => row.IsShared || row.AuthorId == userId);

    private static bool Suits(ReadyGroup group, OrganizationKind kind) => kind == OrganizationKind.School
        ? !group.IsOfRisk && group.IsOfSchool || group.Code == ReadyGroups.WithRequests
        : !group.IsOfSchool && (!group.HandsOver || kind != OrganizationKind.EmploymentCentre);
}
