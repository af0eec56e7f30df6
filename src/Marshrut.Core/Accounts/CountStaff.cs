using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>How many users have a role in each of these organisations.</summary>
public sealed class CountStaff(MarshrutDb db) : IUseCase
{
    /// <returns>By id; organisations without staff are left out.</returns>
    public async Task<IReadOnlyDictionary<long, int>> Count(IReadOnlyCollection<long> organizationIds, CancellationToken cancel)
    {
        var ids = organizationIds.Select(id => (long?)id).ToList();
        return await db.Memberships.Where(row => ids.Contains(row.OrganizationId))
            .GroupBy(row => row.OrganizationId!.Value)
            .Select(group => new { group.Key, Count = group.Select(row => row.UserId).Distinct().Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
    }
}
