using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>Keyed HMAC of СНИЛС, else of normalised name and birth date (R41): finds one person in two organisations without telling who it is.</summary>
public sealed class Fingerprint(KeyRing ring)
{
    public const int Size = 16;

    public byte[] Of(string? snils, string sortName, DateOnly birthDate)
    {
        var identity = snils is not null ? "s:" + snils : "n:" + sortName + ":" + birthDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        Span<byte> full = stackalloc byte[32];
        HMACSHA256.HashData(ring.IdentityKey, Encoding.UTF8.GetBytes(identity), full);
        return full[..Size].ToArray();
    }
}
