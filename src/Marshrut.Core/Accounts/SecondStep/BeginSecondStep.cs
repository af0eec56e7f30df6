using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Accounts.SecondStep;

/// <param name="Link">For the QR code.</param>
/// <param name="Words">For typing by hand.</param>
public sealed record OfferedSecret(string Link, string Words);

/// <summary>Offers a secret to enrol an authenticator app with. Asked again, it offers the same one until a code confirms it.</summary>
public sealed class BeginSecondStep(MarshrutDb db, Sealer sealer) : IUseCase
{
    public async Task<OfferedSecret> Begin(long userId, CancellationToken cancel)
    {
        var login = await db.Users.Where(user => user.Id == userId).Select(user => user.UserName!).SingleAsync(cancel);
        var state = await SecondStepState.Read(db, sealer, userId, cancel);
        if (state.Pending is null)
        {
            state = state with { Pending = Totp.NewSecret() };
            await state.Write(db, sealer, userId, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return new OfferedSecret(Totp.Link(state.Pending, login), Totp.InWords(state.Pending));
    }
}
