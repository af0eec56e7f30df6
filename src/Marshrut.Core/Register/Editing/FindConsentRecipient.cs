using Marshrut.Core.Agreements;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <summary>The employment centre that a consent to a transfer is given to.</summary>
/// <param name="IsInForce">An agreement with it is in force today; else the consent allows no transfer.</param>
public sealed record ConsentRecipient(long Id, string Name, bool IsInForce);

/// <summary>
/// Whom the latest consent to a transfer of a person names. An imported one that names nobody counts for the service of the single live agreement,
/// whichever came first, the file or the agreement (R46).
/// </summary>
public sealed class FindConsentRecipient(MarshrutDb db, Sealer sealer, ListTransferRecipients recipients) : IUseCase
{
    /// <returns>Null: «получатель не указан», or there is no such consent.</returns>
    public async Task<ConsentRecipient?> Find(long personId, CancellationToken cancel)
    {
        // Ids come from blocks: a later row may have a smaller one.
        var records = await db.Consents.AsNoTracking().Where(row => row.PersonId == personId).OrderByDescending(row => row.RecordedAt).ThenByDescending(row => row.Id).ToListAsync(cancel);
        return await Of(records.Select(record => Consent.Open(sealer, record)), cancel);
    }

    /// <param name="consents">All of one person, the latest first.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <inheritdoc cref="Find"/>
    internal async Task<ConsentRecipient?> Of(IEnumerable<Consent> consents, CancellationToken cancel)
    {
        if (consents.FirstOrDefault(consent => consent.Purpose == ConsentPurpose.Transfer) is not { WithdrawnOn: null } latest)
        {
            return null;
        }

        var live = await recipients.List(cancel);
        if (latest.RecipientId is not { } named)
        {
            return latest.Way == Consent.Imported && live is [var single] ? new ConsentRecipient(single.Id, single.Name, IsInForce: true) : null;
        }

        return live.FirstOrDefault(one => one.Id == named) is { } known
            ? new ConsentRecipient(known.Id, known.Name, IsInForce: true)
            : new ConsentRecipient(named, await db.Organizations.Where(row => row.Id == named).Select(row => row.Name).SingleAsync(cancel), IsInForce: false);
    }
}
