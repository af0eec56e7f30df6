using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Cases.Steps;

/// <summary>A note on a case: the centre's alone, the ЦК does not see it.</summary>
public sealed class WriteCaseNote(MarshrutDb db, CaseBook book) : IUseCase
{
    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="Platform.RuleViolation">No text, or too long.</exception>
    public async Task<bool> Write(long caseId, string? text, CancellationToken cancel)
    {
        var words = WrittenText.Of(text, whenEmpty: "Напишите заметку.");
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(caseId, null, cancel) is not { } opened)
        {
            return false;
        }

        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Note, Text: words), entryId, AuditActions.CaseNoted, activity: false);
        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
