using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>A specialist of an employment centre who can be a curator.</summary>
public sealed record Curator(long UserId, string FullName);

/// <summary>Who can be a curator in the employment centre in scope, by name.</summary>
public sealed class ListCurators(MarshrutDb db) : IUseCase
{
    public async Task<IReadOnlyList<Curator>> List(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        return await db.Users.AsNoTracking()
            .Where(user => user.BlockedAt == null && db.Memberships.Any(membership => membership.UserId == user.Id && membership.OrganizationId == own
                && (membership.Role == Role.EmploymentSpecialist || membership.Role == Role.EmploymentHead)))
            .OrderBy(user => user.FullName).ThenBy(user => user.Id)
            .Select(user => new Curator(user.Id, user.FullName))
            .ToListAsync(cancel);
    }
}
