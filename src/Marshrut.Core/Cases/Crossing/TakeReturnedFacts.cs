using Marshrut.Core.Accounts;
using Marshrut.Core.Notifications;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Crossing;

/// <summary>
/// What a ЦЗН has done with people of the ЦК in scope comes into the ЦК's register as evidence of characteristics 8–11 (З1.2, З1.5), and their level is
/// determined anew: a changed one is a new proposal (R26).
/// </summary>
public sealed class TakeReturnedFacts(MarshrutDb db, Sealer sealer, AssessPerson assess, TellStaff staff, TimeProvider clock) : IUseCase
{
    private const int AtOnce = 200;

    /// <returns>How many facts were taken.</returns>
    public async Task<int> Take(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var done = 0;
        while (true)
        {
            var rows = await db.ReturnedFacts.AsNoTracking().Where(row => row.FromOrganizationId == own && row.TakenAt == null).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancel);
            if (rows.Count == 0)
            {
                return done;
            }

            var studies = await Write([.. rows.Select(row => row.Id)], cancel);
            done += rows.Count;
            db.ChangeTracker.Clear();
            foreach (var study in studies)
            {
                await assess.AssessIfAny(study, cancel);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <returns>Studies whose facts are others now.</returns>
    private async Task<List<long>> Write(long[] ids, CancellationToken cancel)
    {
        var (own, now) = (db.Scope.OrganizationId, clock.UtcNow());
        var evidence = new IdRange(db.Ids.Reserve(ids.Length), ids.Length);
        var noticeIds = staff.TakeIds();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        var rows = await db.ReturnedFacts.Where(row => ids.Contains(row.Id) && row.TakenAt == null).OrderBy(row => row.Id).ToListAsync(cancel);
        var items = rows.ConvertAll(row => row.ItemId);
        var studyOf = await db.TransferItems.AsNoTracking().Where(row => items.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.EnrolmentId, cancel);
        var studies = await db.Enrolments.Where(row => studyOf.Values.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var changed = new HashSet<long>();
        foreach (var row in rows)
        {
            row.TakenAt = now;

            // An undone import may have taken the person away.
            if (!studies.TryGetValue(studyOf[row.ItemId], out var study))
            {
                continue;
            }

            var fact = FactDone.Open(sealer, row);
            if (CentreFacts.Put(study, fact, sealer) is { } change)
            {
                db.Evidence.Add(CentreFacts.Row(study, fact, change, evidence.Take(), now, SystemActors.Exchange, sealer));
                db.Audit(new AuditDraft(own, AuditActions.FactReturned, "enrolment", study.Id, study.PersonId, new { item = row.ItemId }));
                changed.Add(study.Id);
            }
        }

        if (changed.Count > 0)
        {
            await staff.Tell(new NoticeDraft(NoticeKind.FactsReturned, own, Permission.ConfirmRisk, 0, changed.Count), noticeIds, cancel);
        }

        var organization = await db.Organizations.SingleAsync(row => row.Id == own, cancel);
        organization.RegisterVersion++;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [.. changed];
    }
}
