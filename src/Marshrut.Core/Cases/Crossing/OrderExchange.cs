using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>Asks for the exchange now, where a change by hand is one that the other side is owed.</summary>
public sealed class OrderExchange(MarshrutDb db, EnqueueJob jobs) : IUseCase
{
    /// <summary>After a change of a person of the ЦК in scope has been committed.</summary>
    public async Task OrderAbout(long personId, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        if (await db.TransferItems.AsNoTracking()
            .AnyAsync(row => row.FromOrganizationId == own && row.PersonId == personId && row.State == TransferItemState.Accepted && row.CaseState != CaseState.Closed, cancel))
        {
            await Order(cancel);
        }
    }

    /// <summary>After the centre in scope has told a fact.</summary>
    public Task Order(CancellationToken cancel) => jobs.Enqueue(ExchangeHanded.Name, new { }, cancel);
}
