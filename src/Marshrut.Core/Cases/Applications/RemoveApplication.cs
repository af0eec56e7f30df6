using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Applications;

/// <summary>Takes away what was recorded of ЕЦП by mistake; the fact that a CV had told is taken back.</summary>
public sealed class RemoveApplication(MarshrutDb db, CaseBook book, Sealer sealer, TellFact facts) : IUseCase
{
    /// <returns>False: there is no such record in the centre in scope.</returns>
    /// <exception cref="RuleViolation"><c>step-not-possible</c>: the case has ended.</exception>
    public async Task<bool> Remove(long caseId, long id, CancellationToken cancel)
    {
        var entryId = db.Ids.Take();
        var factIds = new IdRange(db.Ids.Reserve(TellFact.IdsOfOne), TellFact.IdsOfOne);
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(caseId, null, cancel) is not { } opened
            || await db.ServiceApplications.SingleOrDefaultAsync(row => row.Id == id && row.CaseId == caseId, cancel) is not { } found)
        {
            return false;
        }

        opened.Case.GuardGoing();
        opened.Case.Version++;
        db.ServiceApplications.Remove(found);
        var study = found.Kind == ServiceKind.Cv
            ? await facts.Tell(opened, new FactDone(FactCode.JobSearchPreparation, FactValue.Unknown, found.FiledOn, ServiceWords.Cv), factIds, cancel)
            : null;
        var told = ServiceWords.Told(new ServiceRecord(found.Kind, found.FiledOn, found.OpenNumber(sealer), found.State, found.StateOn));
        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Application, Text: $"убрана ошибочная запись: {told}"), entryId, AuditActions.ApplicationRemoved, activity: false);
        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        await facts.Settle(study is { } changed ? [changed] : [], cancel);

        return true;
    }
}
