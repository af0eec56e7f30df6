using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>Removes a client group: the rule goes, its people stay.</summary>
public sealed class RemoveGroup(MarshrutDb db) : IUseCase
{
    /// <param name="id">Of the group.</param>
    /// <param name="userId">Who removes it.</param>
    /// <param name="mayRule">Heads the organisation, and so may remove what colleagues share.</param>
    /// <param name="cancel">Stops before anything is removed.</param>
    /// <returns>Null: there is no such group for this user; else its title.</returns>
    /// <exception cref="RuleViolation"><c>not-author</c>.</exception>
    public async Task<string?> Remove(long id, long userId, bool mayRule, CancellationToken cancel)
    {
        if (await db.ClientGroups.FirstOrDefaultAsync(row => row.Id == id && (row.IsShared || row.AuthorId == userId), cancel) is not { } group)
        {
            return null;
        }

        if (group.AuthorId != userId && !mayRule)
        {
            throw new RuleViolation("not-author", "Общую группу удаляет тот, кто её сделал, или руководитель.");
        }

        db.ClientGroups.Remove(group);
        db.Audit(new AuditDraft(group.OrganizationId, AuditActions.GroupsChanged, "client-group", group.Id, Details: new { what = "removed", title = group.Title, rule = group.Rule }));
        await db.SaveChangesAsync(cancel);
        return group.Title;
    }
}
