using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Steps;

/// <summary>Opens a case for somebody who came to the employment centre by himself (З1.4) and stands in its register.</summary>
public sealed class OpenOwnCase(MarshrutDb db, CaseBook book, FindCurator curators, TimeProvider clock) : IUseCase
{
    /// <param name="enrolmentId">A study in the centre's register.</param>
    /// <param name="curatorId">User of the centre; null: named later.</param>
    /// <returns>The case; null: there is no such person in the register in scope.</returns>
    /// <exception cref="RuleViolation"><c>held-elsewhere</c> (R35); no such curator.</exception>
    public async Task<long?> Open(long enrolmentId, long? curatorId, CancellationToken cancel)
    {
        var curator = curatorId is { } user ? await curators.Find(user, cancel) : null;
        var (caseId, entryId) = (db.Ids.Take(), db.Ids.Take());
        await using var transaction = await book.Begin(cancel);
        var found = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on enrolment.PersonId equals person.Id
            where enrolment.Id == enrolmentId
            select new { person.Id, person.SortName, person.Fingerprint }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var today = clock.Today();
        var opened = new Case
        {
            Id = caseId,
            OrganizationId = db.Scope.OrganizationId,
            PersonId = found.Id,
            EnrolmentId = enrolmentId,
            OpenedOn = today,
            Priority = 0,
            SortName = found.SortName,
            NextContactOn = today,
        };
        db.Cases.Add(opened);
        db.Holdings.Add(new Holding { Id = caseId, Fingerprint = found.Fingerprint, CentreId = opened.OrganizationId, Since = today });
        db.Audit(new AuditDraft(opened.OrganizationId, AuditActions.CaseOpened, "case", caseId, found.Id, new { curator = curator?.UserId }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException problem) when (UniqueRows.Broken(problem))
        {
            throw new RuleViolation("held-elsewhere", "Этого человека уже сопровождает центр занятости, или его передача ждёт ответа. Второе сопровождение открыть нельзя.");
        }

        if (curator is not null)
        {
            opened.Assign(curator.UserId);
            book.Tell(
                new OpenedCase(opened, null), new CaseEntryDraft(CaseEntryKind.Step, Step: CaseStep.AssignCurator, CuratorId: curator.UserId), entryId, AuditActions.CaseAssigned, activity: false, new { curator = curator.UserId });
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return caseId;
    }
}
