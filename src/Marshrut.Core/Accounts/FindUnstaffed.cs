using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts;

/// <summary>Organisations in which nobody has a role.</summary>
public sealed class FindUnstaffed(MarshrutDb db) : IUseCase
{
    /// <returns>Ids.</returns>
    public async Task<IReadOnlySet<long>> Find(CancellationToken cancel) =>
        await db.Organizations.Where(row => !db.Memberships.Any(membership => membership.OrganizationId == row.Id)).Select(row => row.Id).ToHashSetAsync(cancel);
}
