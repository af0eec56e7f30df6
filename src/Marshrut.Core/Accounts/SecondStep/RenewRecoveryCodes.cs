using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Accounts.SecondStep;

/// <summary>Makes ten new recovery codes; the old ones are good no longer.</summary>
public sealed class RenewRecoveryCodes(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <exception cref="RuleViolation"><c>second-step-absent</c>.</exception>
    public async Task<IReadOnlyList<string>> Renew(long userId, CancellationToken cancel)
    {
        var state = await SecondStepState.Read(db, sealer, userId, cancel);
        if (state.Secret is null)
        {
            throw new RuleViolation("second-step-absent", "Второй шаг входа не настроен. Сначала подключите приложение.");
        }

        var codes = RecoveryCodes.New();
        await (state with { RecoveryCodes = codes }).Write(db, sealer, userId, cancel);
        db.Audit(new AuditDraft(null, AuditActions.RecoveryCodesRenewed, "user", userId));
        await db.SaveChangesAsync(cancel);
        return codes;
    }
}
