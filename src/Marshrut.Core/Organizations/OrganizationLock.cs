using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <summary>
/// Whatever changes the register of one organisation, or decides on its levels, goes one after the other and takes the organisation's row before any
/// other: nobody waits in a circle. SQLite's transaction has locked everything already.
/// </summary>
internal static class OrganizationLock
{
    /// <summary>Waits for the register of the organisation in scope; the end of the open transaction lets go of it.</summary>
    public static Task Take(MarshrutDb db, CancellationToken cancel) => Take(db, db.Scope.OrganizationId, cancel);

    /// <summary>The same without waiting.</summary>
    /// <returns>False: somebody holds it just now.</returns>
    public static async Task<bool> TryTake(MarshrutDb db, CancellationToken cancel)
    {
        var organizationId = db.Scope.OrganizationId;
        return !db.Database.IsNpgsql() || await db.Organizations
            .FromSql($"SELECT * FROM organizations WHERE id = {organizationId} FOR NO KEY UPDATE SKIP LOCKED").AsNoTracking().Select(row => row.Id).ToListAsync(cancel) is [_];
    }

    /// <summary>The same for what two organisations have in common: both take that of the one, never both locks.</summary>
    public static async Task Take(MarshrutDb db, long organizationId, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            // Not FOR UPDATE: whoever adds a row that names the organisation looks at its key alone and need not wait.
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM organizations WHERE id = {organizationId} FOR NO KEY UPDATE", cancel);
        }
    }
}
