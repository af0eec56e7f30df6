using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Accounts.SecondStep;

/// <summary>How many recovery codes a user has left.</summary>
public sealed class CountRecoveryCodes(MarshrutDb db, Sealer sealer) : IUseCase
{
    public async Task<int> Count(long userId, CancellationToken cancel) => (await SecondStepState.Read(db, sealer, userId, cancel)).RecoveryCodes.Count;
}
