using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>
/// The ЦК's half of R41: contacts, districts and status of the study of accepted people go on to the ЦЗН that works with them. Compared with what was told
/// last, so that it does not matter what changed them: a hand, a file, an undo.
/// </summary>
public sealed class TellContacts(MarshrutDb db, BulkWriter bulk, Sealer sealer) : IUseCase
{
    private const int AtOnce = 500;

    private static readonly string[] told = [nameof(TransferItem.Contacts), nameof(TransferItem.ContactsTold)];

    /// <returns>Centres that have something to take.</returns>
    public async Task<IReadOnlyList<long>> Tell(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var ids = await db.TransferItems.AsNoTracking()
            .Where(row => row.FromOrganizationId == own && row.State == TransferItemState.Accepted && row.CaseState != CaseState.Closed)
            .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        foreach (var some in ids.Chunk(AtOnce))
        {
            await Tell(some, cancel);
        }

        return await db.TransferItems.AsNoTracking()
            .Where(row => row.FromOrganizationId == own && row.ContactsTold > row.ContactsTaken && row.State == TransferItemState.Accepted)
            .Select(row => row.ToOrganizationId).Distinct().OrderBy(id => id).ToListAsync(cancel);
    }

    private async Task Tell(long[] ids, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        var items = (await db.LockItems(ids, cancel)).Where(item => item.State == TransferItemState.Accepted && item.CaseState != CaseState.Closed).ToList();
        var studies = items.ConvertAll(item => item.EnrolmentId);
        var known = await (
            from study in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on study.PersonId equals person.Id
            where studies.Contains(study.Id)
            select new { Study = study, Person = person }).ToDictionaryAsync(row => row.Study.Id, cancel);
        var changed = items.FindAll(item => known.TryGetValue(item.EnrolmentId, out var row) && Tell(item, HandedContacts.Of(PersonValues.Of(row.Person), EnrolmentValues.Of(row.Study))));
        if (changed.Count == 0)
        {
            return;
        }

        await bulk.Update(changed, told, cancel);
        foreach (var item in changed)
        {
            db.Audit(new AuditDraft(item.FromOrganizationId, AuditActions.ContactsTold, "transfer", item.TransferId, item.PersonId, new { item = item.Id }));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <returns>False: nothing is new.</returns>
    private bool Tell(TransferItem item, HandedContacts now)
    {
        var before = item.Contacts is { } block ? HandedContacts.Open(sealer, block, item.Id) : Sent(item);
        var fresh = now.DiffersFrom(before);
        if (fresh.Count == 0)
        {
            return false;
        }

        item.Contacts = (now with { Fresh = item.ContactsTold > item.ContactsTaken ? [.. before.Fresh.Union(fresh)] : fresh }).Seal(sealer, item.Id);
        item.ContactsTold++;
        return true;
    }

    private HandedContacts Sent(TransferItem item)
    {
        var snapshot = TransferSnapshot.Open(sealer, item.Snapshot!, item.Id);
        return HandedContacts.Of(snapshot.Person, snapshot.Study);
    }
}
