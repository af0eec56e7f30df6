using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;

namespace Marshrut.Core.Transfers;

/// <summary>The centre in scope passes nobody on for whom the agreement with the sender is over: the transfer to the other office would rest on nothing.</summary>
public sealed class GuardPassingOn(FindAgreementInForce inForce, TimeProvider clock) : IUseCase
{
    /// <param name="senderId">The ЦК that handed the person over.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="RuleViolation"><c>no-agreement</c>.</exception>
    public async Task Guard(long senderId, CancellationToken cancel)
    {
        if (await inForce.Find(senderId, clock.Today(), cancel) is null)
        {
            throw new RuleViolation(
                "no-agreement", "Соглашение с колледжем или вузом, который передал человека, уже не действует: передать дальше по нему нельзя. Завершите сопровождение с итогом «переехал» и напишите им.");
        }
    }
}
