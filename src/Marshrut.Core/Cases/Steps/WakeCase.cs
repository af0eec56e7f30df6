using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Steps;

/// <summary>Goes on with a case that slept: by hand, or by itself when its day has come.</summary>
public sealed class WakeCase(MarshrutDb db, CaseBook book, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="RuleViolation">It does not sleep.</exception>
    public async Task<bool> Wake(long caseId, CancellationToken cancel)
    {
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(caseId, null, cancel) is not { } opened)
        {
            return false;
        }

        opened.Case.Wake(clock.Today());
        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Step, Step: CaseStep.Wake), entryId, AuditActions.CaseWoken, activity: true);
        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
