using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Applications;

/// <summary>Puts an uploaded file of ЕЦП away: nothing of it was written.</summary>
public sealed class DiscardServiceFile(MarshrutDb db) : IUseCase
{
    /// <returns>False: the centre in scope has no such file any more.</returns>
    public async Task<bool> Discard(long id, CancellationToken cancel)
    {
        if (await db.ServiceFiles.SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row)
        {
            return false;
        }

        db.ServiceFiles.Remove(row);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
