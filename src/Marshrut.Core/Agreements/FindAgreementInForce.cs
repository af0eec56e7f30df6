namespace Marshrut.Core.Agreements;

/// <summary>The agreement that binds the organisation in scope and another on a day; by <see cref="AgreementRules.NoOtherIsInForceAtTheSameTime"/> there is one at most.</summary>
public sealed class FindAgreementInForce(ListLiveAgreements live) : IUseCase
{
    /// <returns>Null: nothing binds them on that day.</returns>
    public async Task<LiveAgreement?> Find(long otherId, DateOnly day, CancellationToken cancel) =>
        (await live.List(day, cancel)).SingleOrDefault(agreement => agreement.OtherId == otherId);
}
