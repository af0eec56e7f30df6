using System.Text.Json;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.AspNetCore.Identity;

namespace Marshrut.Core.Accounts.SecondStep;

/// <summary>Secret and codes of a user's second step; sealed as one value among the user's tokens.</summary>
/// <param name="Pending">The secret that is shown for enrolment and not yet confirmed by a code.</param>
/// <param name="Secret">The secret in force.</param>
/// <param name="LastStep">The newest step whose code was used: a code is good once.</param>
internal sealed record SecondStepState(byte[]? Pending, byte[]? Secret, long LastStep, IReadOnlyList<string> RecoveryCodes)
{
    private const string Provider = "Marshrut";
    private const string Name = "SecondStep";
    private static readonly SecondStepState None = new(null, null, 0, []);

    public static async Task<SecondStepState> Read(MarshrutDb db, Sealer sealer, long userId, CancellationToken cancel)
    {
        var row = await db.UserTokens.FindAsync([userId, Provider, Name], cancel);
        return row?.Value is { } value
            ? JsonSerializer.Deserialize<SecondStepState>(sealer.Open(Convert.FromBase64String(value), SealPurpose.SecondStep, userId))!
            : None;
    }

    public async Task Write(MarshrutDb db, Sealer sealer, long userId, CancellationToken cancel)
    {
        var value = Convert.ToBase64String(sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(this), SealPurpose.SecondStep, userId));
        if (await db.UserTokens.FindAsync([userId, Provider, Name], cancel) is { } row)
        {
            row.Value = value;
        }
        else
        {
            db.UserTokens.Add(new IdentityUserToken<long> { UserId = userId, LoginProvider = Provider, Name = Name, Value = value });
        }
    }

    public static async Task Remove(MarshrutDb db, long userId, CancellationToken cancel)
    {
        if (await db.UserTokens.FindAsync([userId, Provider, Name], cancel) is { } row)
        {
            db.UserTokens.Remove(row);
        }
    }
}
