using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Register.Cards;

/// <summary>Tells the journal that somebody looked at what a card does not show at once (DOMAIN §3), before it is shown.</summary>
public sealed class RecordSpecialRead(MarshrutDb db) : IUseCase
{
    public async Task Record(long personId, CancellationToken cancel)
    {
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.SpecialRead, "person", personId, personId));
        await db.SaveChangesAsync(cancel);
    }
}
