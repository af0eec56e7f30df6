using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <summary>Whom the latest consent to a transfer of a person names (R46).</summary>
public sealed class FindConsentRecipient(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <returns>Id of the employment centre; null: nobody is named, or there is no such consent.</returns>
    public async Task<long?> Find(long personId, CancellationToken cancel)
    {
        // Ids come from blocks: a later row may have a smaller one.
        var records = await db.Consents.AsNoTracking().Where(row => row.PersonId == personId).OrderByDescending(row => row.RecordedAt).ThenByDescending(row => row.Id).ToListAsync(cancel);
        return records.Select(record => Consent.Open(sealer, record)).FirstOrDefault(consent => consent.Purpose == ConsentPurpose.Transfer)?.RecipientId;
    }
}
