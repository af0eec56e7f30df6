using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Queue;

/// <summary>How many people wait for an answer of the centre in scope: one command by the index of its queue.</summary>
public sealed class CountWaitingPeople(MarshrutDb db) : IUseCase
{
    public Task<int> Count(CancellationToken cancel) =>
        db.TransferItems.CountAsync(row => row.ToOrganizationId == db.Scope.OrganizationId && row.State == TransferItemState.Waiting, cancel);
}
