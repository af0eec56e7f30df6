using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Outside;

/// <summary>Whether a transfer of the organisation in scope went to a centre that answers by file.</summary>
public sealed class FindOutsideCentre(MarshrutDb db) : IUseCase
{
    public async Task<bool> Find(long transferId, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        return await db.Transfers.AsNoTracking().Where(row => row.Id == transferId && row.FromOrganizationId == own).Select(row => (long?)row.ToOrganizationId).SingleOrDefaultAsync(cancel) is { } centre
            && await db.IsOutside(centre, cancel);
    }
}
