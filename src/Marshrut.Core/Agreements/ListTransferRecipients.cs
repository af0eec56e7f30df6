using Marshrut.Core.Platform;

namespace Marshrut.Core.Agreements;

/// <summary>An employment centre to which the organisation in scope may hand people over today.</summary>
public sealed record TransferRecipient(long Id, string Name);

/// <summary>
/// Whom a consent to a transfer may name. Where there is exactly one, an imported consent that names nobody counts for it; else it does not allow a
/// transfer (R46).
/// </summary>
public sealed class ListTransferRecipients(ListLiveAgreements live, TimeProvider clock) : IUseCase
{
    /// <returns>By name; each once.</returns>
    public async Task<IReadOnlyList<TransferRecipient>> List(CancellationToken cancel) =>
        [.. (await live.List(clock.Today(), cancel)).Where(agreement => agreement.OtherReceives).Select(agreement => new TransferRecipient(agreement.OtherId, agreement.OtherName))];
}
