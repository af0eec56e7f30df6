using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>
/// However a consent to the transfer has gone, the hand-over rests on it: a file that says «неизвестно» (R8) takes it away as a withdrawal does, and then the
/// person is waited for no more and vanishes from the employment centre (R36). Part of the named process of the exchange.
/// </summary>
public sealed class StopWithoutConsent(MarshrutDb db, WithdrawHandedPerson withdraw) : IUseCase
{
    /// <returns>For how many people of the organisation in scope it stopped.</returns>
    public async Task<int> Stop(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var people = await (
            from item in db.TransferItems.AsNoTracking()
            join person in db.People.AsNoTracking() on item.PersonId equals person.Id
            where item.FromOrganizationId == own && (item.State == TransferItemState.Waiting || item.State == TransferItemState.Accepted) && person.TransferConsentOn == null
            select person.Id).Distinct().OrderBy(id => id).ToListAsync(cancel);
        var stopped = 0;
        foreach (var id in people)
        {
            var noticeIds = withdraw.TakeNoticeIds();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await OrganizationLock.Take(db, cancel);

            // Signed anew meanwhile: nothing is to be stopped.
            if (await db.People.AnyAsync(row => row.Id == id && row.TransferConsentOn == null, cancel))
            {
                await withdraw.Withdraw(id, noticeIds, cancel);
                db.Audit(new AuditDraft(own, AuditActions.HandoverStopped, "person", id, id));
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                stopped++;
            }

            db.ChangeTracker.Clear();
        }

        return stopped;
    }
}
