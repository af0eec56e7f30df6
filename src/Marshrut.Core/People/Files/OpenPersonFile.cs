using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.People.Files;

/// <param name="Content">Plain.</param>
public sealed record OpenedFile(string Name, PersonFileType Type, byte[] Content);

/// <summary>Hands out a file of a person; the journal is told first.</summary>
public sealed class OpenPersonFile(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <returns>Null: there is no such file of this person in the organisation in scope.</returns>
    public async Task<OpenedFile?> Open(long personId, long fileId, CancellationToken cancel)
    {
        if (await db.PersonFiles.AsNoTracking().FirstOrDefaultAsync(row => row.Id == fileId && row.PersonId == personId, cancel) is not { } file)
        {
            return null;
        }

        db.Audit(new AuditDraft(file.OrganizationId, AuditActions.FileOpened, "file", file.Id, file.PersonId));
        await db.SaveChangesAsync(cancel);
        return new OpenedFile(file.OpenName(sealer), file.Type, sealer.Open(file.Content, SealPurpose.FileContent, file.Id));
    }
}
