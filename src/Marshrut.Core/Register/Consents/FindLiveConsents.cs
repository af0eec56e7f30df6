using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Register.Consents;

/// <summary>The documents behind the live consents of one person, where there is a record of them.</summary>
public sealed class FindLiveConsents(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    public async Task<IReadOnlyDictionary<ConsentPurpose, Consent>> Find(long personId, CancellationToken cancel)
    {
        var trail = (await ConsentTrail.Read(db, sealer, [personId], cancel))[personId].ToList();
        return Enum.GetValues<ConsentPurpose>()
            .Select(purpose => trail.Live(purpose, clock.Today()))
            .OfType<Consent>()
            .ToDictionary(consent => consent.Purpose);
    }
}
