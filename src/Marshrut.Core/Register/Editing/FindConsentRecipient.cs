using Marshrut.Core.Agreements;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
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
public sealed class FindConsentRecipient(MarshrutDb db, Sealer sealer, ListTransferRecipients recipients, TimeProvider clock) : IUseCase
{
    /// <returns>Null: «получатель не указан», or there is no such consent.</returns>
    public async Task<ConsentRecipient?> Find(long personId, CancellationToken cancel) => await Of((await ConsentTrail.Read(db, sealer, [personId], cancel))[personId], cancel);

    /// <param name="trail">All consents of one person, the latest last.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <inheritdoc cref="Find"/>
    internal async Task<ConsentRecipient?> Of(IEnumerable<Consent> trail, CancellationToken cancel)
    {
        if (trail.Live(ConsentPurpose.Transfer, clock.Today()) is not { } latest)
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
