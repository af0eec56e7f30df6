using Marshrut.Core.Cases.Steps;
using Marshrut.Core.People;
using Marshrut.Core.People.Files;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Files;

/// <summary>Puts a document to a case: a contract, a certificate, a direction. The centre's alone.</summary>
public sealed class AttachCaseFile(MarshrutDb db, CaseBook book, Sealer sealer, TimeProvider clock) : IUseCase
{
    public const int Most = 20;

    /// <returns>False: there is no such case in the centre in scope.</returns>
    /// <exception cref="RuleViolation">The case has ended, or has as many files as it may.</exception>
    public async Task<bool> Attach(long caseId, AcceptedFile file, CancellationToken cancel)
    {
        var (entryId, id) = (db.Ids.Take(), db.Ids.Take());
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(caseId, null, cancel) is not { } opened)
        {
            return false;
        }

        opened.Case.GuardGoing();
        if (await db.PersonFiles.CountAsync(row => row.Place == PersonFilePlace.Case && row.AttachedTo == caseId, cancel) >= Most)
        {
            throw new RuleViolation("files-many", $"К сопровождению можно приложить до {Most} файлов. Уберите ненужные.");
        }

        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == opened.Case.PersonId, cancel);
        db.PersonFiles.Add(file.Seal(sealer, person, PersonFilePlace.Case, id, clock.UtcNow(), caseId));
        book.Tell(opened, new CaseEntryDraft(CaseEntryKind.File, Text: $"приложен файл «{file.Name}»"), entryId, AuditActions.CaseFileAttached, activity: false);
        await book.Save([opened], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
