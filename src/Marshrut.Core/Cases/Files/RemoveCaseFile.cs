using Marshrut.Core.Cases.Steps;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Files;

/// <summary>Takes a document away from a case for good.</summary>
public sealed class RemoveCaseFile(MarshrutDb db, CaseBook book, Sealer sealer) : IUseCase
{
    /// <returns>False: there is no such file in a case of the centre in scope.</returns>
    public async Task<bool> Remove(long caseId, long fileId, CancellationToken cancel)
    {
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(caseId, null, cancel) is not { } opened
            || await db.PersonFiles.SingleOrDefaultAsync(row => row.Id == fileId && row.Place == PersonFilePlace.Case && row.AttachedTo == caseId, cancel) is not { } file)
        {
            return false;
        }

        db.PersonFiles.Remove(file);
        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.File, Text: $"убран файл «{file.OpenName(sealer)}»"), entryId, AuditActions.CaseFileRemoved, activity: false);
        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
