using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Agreements;

/// <summary>How changes of one agreement come one after the other: the lock first, then the row as it is now.</summary>
internal static class OpenAgreement
{
    /// <summary>Inside a transaction.</summary>
    /// <returns>Null: the organisation in scope has no such agreement.</returns>
    public static async Task<Agreement?> Open(MarshrutDb db, long id, CancellationToken cancel)
    {
        if (await db.Agreements.Where(row => row.Id == id).Select(row => (long?)row.FromOrganizationId).FirstOrDefaultAsync(cancel) is not { } from)
        {
            return null;
        }

        await OrganizationLock.Take(db, from, cancel);
        return await db.Agreements.SingleAsync(row => row.Id == id, cancel);
    }
}
