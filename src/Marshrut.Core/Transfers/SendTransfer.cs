using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.Notifications;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <param name="TransferId">Null: nobody could be sent.</param>
/// <param name="Stayed">People of the draft who were not sent: not chosen, or something is missing.</param>
public sealed record SentTransfer(long? TransferId, int Number, int Sent, int Stayed, WorkingDate? AnswerBy);

/// <summary>
/// Hands the people of a draft over to an employment centre: everything is checked once more, what is handed over is frozen, and from here on the centre sees
/// it. Those who cannot go stay in the draft.
/// </summary>
public sealed class SendTransfer(
    MarshrutDb db, BulkWriter bulk, Sealer sealer, CheckCandidates check, FreezeCandidate freeze, FindAgreementInForce inForce, TimeProvider clock, TellStaff staff) : IUseCase
{
    /// <returns>Null: there is no such draft.</returns>
    /// <exception cref="RuleViolation"><c>no-agreement</c>; <c>nobody-goes</c>; <c>taken-meanwhile</c>.</exception>
    public async Task<SentTransfer?> Send(long draftId, CancellationToken cancel)
    {
        if (await db.TransferDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancel) is not { } draft)
        {
            return null;
        }

        // Ids come first: reserving them needs a writer of its own, and SQLite has one.
        var count = await db.TransferDraftPeople.CountAsync(row => row.DraftId == draftId, cancel) + 1;
        var ids = new IdRange(db.Ids.Reserve(count), count);
        var noticeIds = staff.TakeIds();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        var rows = await db.TransferDraftPeople.AsNoTracking().Where(row => row.DraftId == draftId).ToDictionaryAsync(row => row.EnrolmentId, cancel);
        var going = (await check.Check(draft.CentreId, draft.Kind, rows.Keys, cancel))
            .Where(line => line.Problems.Count == 0 && rows[line.Candidate.Enrolment.Id].IsChosen)
            // Two people of one name and birth date without СНИЛС cannot be told apart by R35: the second stays and is asked about.
            .DistinctBy(line => Convert.ToHexString(line.Candidate.Person.Fingerprint))
            .ToList();
        if (going.Count == 0)
        {
            throw new RuleViolation("nobody-goes", "Передавать некого: никто не отмечен, или у отмеченных чего-то не хватает. Список ниже показывает, чего именно.");
        }

        var today = clock.Today();
        var agreementId = (await inForce.Find(draft.CentreId, today, cancel))!.Id;
        var agreement = await db.Agreements.AsNoTracking().SingleAsync(row => row.Id == agreementId, cancel);
        var transfer = await db.Begin(ids.Take(), draft.OrganizationId, draft.CentreId, agreement, draft.Kind, going.Count, clock, cancel);
        db.Transfers.Add(transfer);
        var items = await Items(transfer, agreement, going, rows, ids, cancel);
        Tell(transfer, items);
        await staff.Tell(
            new NoticeDraft(NoticeKind.TransferReceived, transfer.ToOrganizationId, Permission.AnswerTransfers, transfer.Id, items.Count, transfer.FromOrganizationId, transfer.AnswerBy), noticeIds, cancel);
        await db.SaveChangesAsync(cancel);
        await bulk.Insert(items, cancel);
        await Hold(transfer, items, going, cancel);
        await CloseImports(items, cancel);
        await Forget(draft, going.ConvertAll(line => rows[line.Candidate.Enrolment.Id].Id), rows.Count == going.Count, cancel);
        await transaction.CommitAsync(cancel);
        return new SentTransfer(transfer.Id, transfer.Number, items.Count, rows.Count - items.Count, new WorkingDate(transfer.AnswerBy, transfer.AnswerByIsPreliminary));
    }

    private async Task<List<TransferItem>> Items(
        Transfer transfer, Agreement agreement, List<ProposedPerson> going, Dictionary<long, TransferDraftPerson> rows, IdRange ids, CancellationToken cancel)
    {
        var snapshots = await freeze.Freeze(going.ConvertAll(line => line.Candidate), agreement, cancel);
        var items = new List<TransferItem>(going.Count);
        foreach (var (person, snapshot) in going.Select(line => line.Candidate).Zip(snapshots))
        {
            var row = rows[person.Enrolment.Id];
            var id = ids.Take();
            items.Add(new TransferItem
            {
                Id = id,
                FromOrganizationId = transfer.FromOrganizationId,
                ToOrganizationId = transfer.ToOrganizationId,
                TransferId = transfer.Id,
                PersonId = person.Person.Id,
                EnrolmentId = person.Enrolment.Id,
                Priority = person.Priority,
                District = person.Person.DistrictAfter ?? person.Person.District,
                SentOn = transfer.SentOn,
                AnswerBy = transfer.AnswerBy,
                Snapshot = (snapshot with { Needs = row.Needs is { } needs ? sealer.OpenNote(needs, SealPurpose.TransferNeeds, row.Id) : null }).Seal(sealer, id),
            });
        }

        return items;
    }

    /// <summary>R35, kept by the database: whoever was sent at the same moment by somebody else stops this one.</summary>
    private async Task Hold(Transfer transfer, List<TransferItem> items, List<ProposedPerson> going, CancellationToken cancel)
    {
        try
        {
            await bulk.Insert(
                items.Zip(going, (item, line) => new Holding { Id = item.Id, Fingerprint = line.Candidate.Person.Fingerprint, CentreId = transfer.ToOrganizationId, Since = transfer.SentOn }),
                cancel);
        }
        catch (Exception problem) when (UniqueRows.Broken(problem))
        {
            throw new RuleViolation("taken-meanwhile", "Пока вы отправляли, кого-то из списка передала другая организация. Ничего не отправлено. Проверьте список и отправьте ещё раз.");
        }
    }

    /// <summary>An import under a person who was handed over is not undone any more (R45).</summary>
    private async Task CloseImports(List<TransferItem> items, CancellationToken cancel)
    {
        foreach (var some in items.Select(item => item.EnrolmentId).Order().Chunk(1_000))
        {
            await db.Enrolments.Where(row => some.Contains(row.Id) && row.LastImportId != null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastImportId, (long?)null), cancel);
        }
    }

    private async Task Forget(TransferDraft draft, List<long> sent, bool whole, CancellationToken cancel)
    {
        if (whole)
        {
            await db.TransferDrafts.Where(row => row.Id == draft.Id).ExecuteDeleteAsync(cancel);
            return;
        }

        foreach (var some in sent.Chunk(1_000))
        {
            await db.TransferDraftPeople.Where(row => some.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>One line a person in the sender's chain (R33), one for the list in the receiver's: it knows nobody of them yet.</summary>
    private void Tell(Transfer transfer, List<TransferItem> items)
    {
        foreach (var item in items)
        {
            db.Audit(new AuditDraft(
                transfer.FromOrganizationId, AuditActions.PersonTransferred, "transfer", transfer.Id, item.PersonId, new { number = transfer.Number, to = transfer.ToOrganizationId, item = item.Id }));
        }

        db.Audit(new AuditDraft(
            transfer.ToOrganizationId, AuditActions.TransferReceived, "transfer", transfer.Id, Details: new { number = transfer.Number, from = transfer.FromOrganizationId, people = items.Count }));
    }
}
