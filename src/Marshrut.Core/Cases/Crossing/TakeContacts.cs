using Marshrut.Core.Cases.Steps;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>
/// The ЦЗН's half of R41: what the ЦК told anew comes into the centre's own register, only what has changed there, so that a number which the centre
/// found out itself is not put back. The story of the case says so.
/// </summary>
public sealed class TakeContacts(MarshrutDb db, CaseBook book, BulkWriter bulk, Sealer sealer, TimeProvider clock) : IUseCase
{
    private const int AtOnce = 200;

    /// <summary>Ledger and story.</summary>
    private const int IdsPerCase = 2;

    private static readonly string[] taken = [nameof(TransferItem.ContactsTaken)];

    /// <returns>How many people have something new.</returns>
    public async Task<int> Take(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var ids = await (
            from item in db.TransferItems.AsNoTracking()
            join row in db.Cases.AsNoTracking() on item.Id equals row.TransferItemId
            where item.ToOrganizationId == own && item.State == TransferItemState.Accepted && item.ContactsTold > item.ContactsTaken && row.PersonId != null
            orderby row.Id
            select row.Id).ToListAsync(cancel);
        var done = 0;
        foreach (var some in ids.Chunk(AtOnce))
        {
            done += await Take(some, cancel);
            db.ChangeTracker.Clear();
        }

        return done;
    }

    private async Task<int> Take(long[] caseIds, CancellationToken cancel)
    {
        var ids = new IdRange(db.Ids.Reserve(caseIds.Length * IdsPerCase), caseIds.Length * IdsPerCase);
        await using var transaction = await book.Begin(cancel);
        var opened = (await book.Open(caseIds, cancel)).Where(one => one.Item is { Contacts: not null } item && item.ContactsTold > item.ContactsTaken).ToList();
        var people = opened.ConvertAll(one => one.Case.PersonId!.Value);
        var studies = opened.ConvertAll(one => one.Case.EnrolmentId ?? 0);
        var persons = await db.People.Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var enrolments = await db.Enrolments.Where(row => studies.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        foreach (var one in opened)
        {
            Write(one, persons[one.Case.PersonId!.Value], enrolments.GetValueOrDefault(one.Case.EnrolmentId ?? 0), ids);
        }

        await bulk.Update([.. opened.Select(one => one.Item!)], taken, cancel);
        var organization = await db.Organizations.SingleAsync(row => row.Id == db.Scope.OrganizationId, cancel);
        organization.RegisterVersion++;
        await book.Save(opened, cancel);
        await transaction.CommitAsync(cancel);
        return opened.Count;
    }

    private void Write(OpenedCase one, Person person, Enrolment? study, IdRange ids)
    {
        var item = one.Item!;
        item.ContactsTaken = item.ContactsTold;
        var told = HandedContacts.Open(sealer, item.Contacts!, item.Id);
        var (personNow, studyNow) = (PersonValues.Of(person), study is null ? null : EnrolmentValues.Of(study));
        var (personBefore, studyBefore) = (personNow, studyNow);
        foreach (var (key, text) in told.Fields.Where(field => told.Fresh.Contains(field.Key)))
        {
            personNow = personNow.With(key, text);
            studyNow = studyNow?.With(key, text);
        }

        var before = personBefore.Fields().Concat(studyBefore?.Fields() ?? []).ToDictionary(field => field.Key, field => field.Text);
        var after = personNow.Fields().Concat(studyNow?.Fields() ?? []).Where(field => before[field.Key] != field.Text).ToDictionary(field => field.Key, field => field.Text);
        if (after.Count == 0)
        {
            // The centre knew it already.
            return;
        }

        personNow.WriteTo(person);
        person.Version++;
        if (study is not null)
        {
            studyNow!.WriteTo(study);
            study.Version++;
        }

        var evidenceId = ids.Take();
        db.Evidence.Add(new Evidence
        {
            Id = evidenceId,
            OrganizationId = person.OrganizationId,
            PersonId = person.Id,
            EnrolmentId = study?.Id,
            Source = EvidenceSource.Transfer,
            RecordedAt = clock.UtcNow(),
            Actor = db.Scope.Actor,
            Sealed = new EvidencePayload(false, after.Keys.ToDictionary(key => key, key => before[key]), after).Seal(sealer, evidenceId),
        });
        one.Case.Version++;
        book.Tell(one, new CaseEntryDraft(CaseEntryKind.News, Text: "колледж или вуз сообщил: " + CrossingWords.Of(after)), ids.Take(), AuditActions.ContactsTaken, activity: false);
    }
}
