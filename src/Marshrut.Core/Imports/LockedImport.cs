using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>
/// One import under the lock of its register, as it stands now. What the context remembers of it was read before the lock was held, and somebody may have
/// written or put away the file meanwhile.
/// </summary>
internal static class LockedImport
{
    /// <summary>Must be called inside a transaction, whose end lets go.</summary>
    /// <returns>Null: no such import.</returns>
    public static async Task<ImportRun?> Find(MarshrutDb db, long importId, CancellationToken cancel)
    {
        await OrganizationLock.Take(db, cancel);
        var run = await db.Imports.FirstOrDefaultAsync(row => row.Id == importId, cancel);
        if (run is not null)
        {
            await db.Entry(run).ReloadAsync(cancel);
        }

        return run;
    }
}
