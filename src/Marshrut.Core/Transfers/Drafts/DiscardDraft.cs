using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Drafts;

/// <summary>Drops a draft; the people in it stay as they are.</summary>
public sealed class DiscardDraft(MarshrutDb db) : IUseCase
{
    /// <returns>False: there is no such draft.</returns>
    public async Task<bool> Discard(long draftId, CancellationToken cancel) =>
        await db.TransferDrafts.Where(row => row.Id == draftId).ExecuteDeleteAsync(cancel) > 0;
}
