using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.Notifications;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <summary>
/// The ЦК's half of a passing on: for each person of the organisation in scope whom a ЦЗН has given up to another office of its service, a transfer to that
/// office, with what the ЦК knows today. The named process does it: the agreement and the consent cover the service, so nobody has to sign or send anew.
/// </summary>
public sealed class PassOnPeople(
    MarshrutDb db, Sealer sealer, ReadCandidates candidates, FreezeCandidate freeze, FindServiceOffices service, FindAgreementInForce inForce, TellStaff staff, TimeProvider clock) : IUseCase
{
    /// <summary>The transfer and its one person.</summary>
    private const int IdsPerPerson = 2;

    /// <returns>How many people wait at another office now.</returns>
    public async Task<int> PassOn(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var waiting = await db.TransferItems.AsNoTracking()
            .Where(row => row.FromOrganizationId == own && row.State == TransferItemState.Accepted && row.Outcome == CaseOutcome.OtherCentre && row.PassOnTo != null && row.PassedOnAs == null)
            .OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        var done = 0;
        foreach (var id in waiting)
        {
            done += await PassOn(id, cancel) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return done;
    }

    /// <returns>False: nothing covers it any more; the person is free, and the ЦК sees the ended case.</returns>
    private async Task<bool> PassOn(long itemId, CancellationToken cancel)
    {
        var ids = new IdRange(db.Ids.Reserve(IdsPerPerson), IdsPerPerson);
        var noticeIds = staff.TakeIds();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        if ((await db.LockItems([itemId], cancel)).SingleOrDefault() is not { State: TransferItemState.Accepted, Outcome: CaseOutcome.OtherCentre, PassOnTo: { } to, PassedOnAs: null })
        {
            return false;
        }

        var item = await db.TransferItems.SingleAsync(row => row.Id == itemId, cancel);
        var before = await db.Transfers.AsNoTracking().SingleAsync(row => row.Id == item.TransferId, cancel);
        var person = (await candidates.Read([item.EnrolmentId], cancel)).SingleOrDefault();
        var today = clock.Today();
        var live = await inForce.Find(to, today, cancel) ?? await inForce.Find(item.ToOrganizationId, today, cancel);
        if (person?.Consent is null || live is null || await service.Find(item.ToOrganizationId, cancel) is not { } offices || !offices.Has(to))
        {
            await db.LetGo([itemId], cancel);
            item.DropPassOn();
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return false;
        }

        var agreement = await db.Agreements.AsNoTracking().SingleAsync(row => row.Id == live.Id, cancel);
        var next = await Send(item, before.Kind, agreement, to, person, ids, cancel);
        item.PassedOnAs = next.Id;
        await staff.Tell(new NoticeDraft(NoticeKind.TransferReceived, to, Permission.AnswerTransfers, next.TransferId, 1, item.FromOrganizationId, next.AnswerBy), noticeIds, cancel);
        await db.LetGo([itemId], cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<TransferItem> Send(TransferItem item, TransferKind kind, Agreement agreement, long to, Candidate person, IdRange ids, CancellationToken cancel)
    {
        var transfer = await db.Begin(ids.Take(), item.FromOrganizationId, to, agreement, kind, people: 1, clock, cancel);
        db.Transfers.Add(transfer);
        var centre = await db.Organizations.Where(row => row.Id == item.ToOrganizationId).Select(row => row.Name).SingleAsync(cancel);
        var words = sealer.OpenNote(item.PassOnWords!, SealPurpose.PassOnWords, item.Id);
        var snapshot = (await freeze.Freeze([person], agreement, cancel)).Single() with { Needs = $"Передаёт {centre}: {words}" };
        var id = ids.Take();
        var next = new TransferItem
        {
            Id = id,
            FromOrganizationId = transfer.FromOrganizationId,
            ToOrganizationId = to,
            TransferId = transfer.Id,
            PersonId = item.PersonId,
            EnrolmentId = item.EnrolmentId,
            Priority = item.Priority,
            District = person.Person.DistrictAfter ?? person.Person.District,
            SentOn = transfer.SentOn,
            AnswerBy = transfer.AnswerBy,
            Snapshot = snapshot.Seal(sealer, id),
        };
        db.TransferItems.Add(next);
        db.Holdings.Add(new Holding { Id = id, Fingerprint = person.Person.Fingerprint, CentreId = to, Since = transfer.SentOn });
        db.Audit(new AuditDraft(
            item.FromOrganizationId, AuditActions.PersonTransferred, "transfer", transfer.Id, item.PersonId, new { number = transfer.Number, to, item = id, passedOn = item.Id }));
        db.Audit(new AuditDraft(to, AuditActions.TransferReceived, "transfer", transfer.Id, Details: new { number = transfer.Number, from = item.FromOrganizationId, people = 1 }));
        return next;
    }
}
