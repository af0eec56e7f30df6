using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Requests;

public sealed record Responsible(long UserId, string FullName);

/// <summary>Who can answer for a request in the organisation in scope: whoever works with people there, by name.</summary>
public sealed class ListResponsible(MarshrutDb db) : IUseCase
{
    public async Task<IReadOnlyList<Responsible>> List(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var roles = Enum.GetValues<Role>().Where(role => RolePermissions.Has(role, Permission.EditPeople)).ToArray();
        return await db.Users.AsNoTracking()
            .Where(user => user.BlockedAt == null && db.Memberships.Any(row => row.UserId == user.Id && row.OrganizationId == own && roles.Contains(row.Role)))
            .OrderBy(user => user.FullName).ThenBy(user => user.Id)
            .Select(user => new Responsible(user.Id, user.FullName))
            .ToListAsync(cancel);
    }
}
