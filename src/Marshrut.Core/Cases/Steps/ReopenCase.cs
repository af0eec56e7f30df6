using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Steps;

/// <summary>Goes on with a case that had ended: the place was lost, or the person came back.</summary>
public sealed class ReopenCase(MarshrutDb db, CaseBook book, TimeProvider clock) : IUseCase
{
    /// <param name="seenVersion">Of the case that the form was filled in for.</param>
    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="RuleViolation">No reason; it is open; <c>held-elsewhere</c>: the person waits at or is with a centre by now (R35).</exception>
    public async Task<bool> Reopen(long caseId, string? reason, int seenVersion, CancellationToken cancel)
    {
        var words = WrittenText.Of(reason, whenEmpty: "Напишите, почему возобновляете: потерял место, вернулся за помощью.");
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(caseId, seenVersion, cancel) is not { } opened)
        {
            return false;
        }

        opened.Case.Reopen(clock.Today());
        await Hold(opened.Case, cancel);
        await db.FollowUps.Where(row => row.CaseId == caseId && row.DoneOn == null).ExecuteDeleteAsync(cancel);
        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Step, Step: CaseStep.Reopen, Text: words), entryId, AuditActions.CaseReopened, activity: true);
        try
        {
            await book.Save([opened], cancel);
        }
        catch (DbUpdateException problem) when (UniqueRows.Broken(problem))
        {
            throw new RuleViolation("held-elsewhere", "У этого человека уже открыто другое сопровождение, или его передали в центр занятости. Возобновить прежнее нельзя.");
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task Hold(Case row, CancellationToken cancel)
    {
        var print = await db.People.Where(person => person.Id == row.PersonId).Select(person => person.Fingerprint).SingleAsync(cancel);
        db.Holdings.Add(new Holding { Id = row.HoldingId, Fingerprint = print, CentreId = row.OrganizationId, Since = clock.Today() });
    }
}
